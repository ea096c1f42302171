import System
import Text

/// What Hugo and Zola have in common: texts in folders of `content`, each section a folder, bundles with their pictures.
enum SectionFolders {
  /// Takes `content` over: sections in which any text has a day are issues, others are pages. Of what lies in no section,
  /// each text counts for itself.
  static func take(_ site: OldSite, _ root: String, into content: inout NewContent) throws(EnvironmentError) {
    let files = site.files(in: root)
    var dated: Set<String> = []
    for path in files where path.isMarkdown && isText(path) {
      if DayOfText(path, (try? site.bytes(path)) ?? []).isTold { dated.insert(section(of: path, below: root) ?? path) }
    }
    for path in files {
      let rest = String(path.dropFirst(root.count + 1))
      if path.isMarkdown, !isText(path) {
        let bytes = try site.bytes(path)
        if hasWords(bytes) { content.doubt(path, "a section's own text has no place here; it is left out") }
        continue
      }
      let isIssue = dated.contains(section(of: path, below: root) ?? path)
      try content.write((isIssue ? "Content/bulletins/" : "Content/pages/") + rest, try site.bytes(path), from: path)
    }
  }

  private static func isText(_ path: String) -> Bool { !path.lastPart.hasPrefix("_index.") }

  /// The first folder of a text; `nil` for one that lies in none.
  private static func section(of path: String, below root: String) -> String? {
    let parts = path.dropFirst(root.count + 1).pathParts
    return parts.count > 1 ? String(parts[0]) : nil
  }

  /// Whether anything stands behind the front matter.
  private static func hasWords(_ bytes: Bytes) -> Bool {
    let lines = bytes.split(separator: 0x0A)
    guard let first = lines.first, let end = lines.dropFirst().firstIndex(where: { $0 == first }) else {
      return !lines.isEmpty
    }
    return lines[(end + 1)...].contains { !$0.allSatisfy(\.isASCIISpace) }
  }
}
