import Bulletins
import Text

/// Texts by the names that other engines have for them: `2016-05-04-crane` and `crane.md` of Jekyll, `posts/crane/index.md`
/// and `posts/crane` of Hugo.
struct NamedSources: Sendable {
  /// The paths of the sources by their files' names, or those of the folders that name them.
  private var paths: [String: [String]] = [:]

  init(_ sources: some Sequence<String>) {
    for path in sources { paths[NamedSources.name(of: path), default: []].append(path) }
  }

  /// The source that a name means; `nil` where there is none, or more than one.
  func path(of written: String) -> String? {
    guard let found = paths[NamedSources.name(of: written)] else { return nil }
    if found.count == 1 { return found[0] }
    let whole = NamedSources.withoutEnding(written)
    let inFolder = found.filter { NamedSources.withoutEnding($0).hasSuffix("/" + whole) }
    if inFolder.count == 1 { return inFolder[0] }
    // The version that has no language in its name, among those that have.
    let plain = (inFolder.isEmpty ? found : inFolder).filter { FileName(of: $0, languages: []).isPlain }
    return plain.count == 1 ? plain[0] : nil
  }

  /// The last part of a path that names anything, without language and ending.
  private static func name(of path: String) -> String {
    let parts = path.pathParts.map { $0.prefix { $0 != "." } }
    let isIndex = parts.last.map { isIndexName($0) } ?? false
    return String((isIndex ? parts.dropLast().last : parts.last) ?? "").lowercased()
  }

  private static func isIndexName(_ name: Substring) -> Bool { ["index", "_index"].contains(name.lowercased()) }

  private static func withoutEnding(_ path: String) -> String {
    var parts = path.pathParts.map(String.init)
    if let last = parts.popLast() {
      let name = last.prefix { $0 != "." }
      if !isIndexName(name) { parts.append(String(name)) }
    }
    return parts.joined(separator: "/")
  }
}

extension FileName {
  /// Whether there is nothing between the name and its ending.
  fileprivate var isPlain: Bool { !(counterpart.pathParts.last ?? "").contains(".") }
}
