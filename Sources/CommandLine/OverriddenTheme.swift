import Diagnostics
import Site
import System
import Text

/// The theme of a site beside that of the program.
struct OverriddenTheme {
  /// Files that stand in the place of the program's, with the number of lines that differ.
  private(set) var changed: [(path: String, lines: Int)] = []
  /// Files that are like the program's.
  private(set) var same: [String] = []
  /// Files that the program does not have.
  private(set) var added: [String] = []

  /// Reads the theme of a site; one without Templates changes nothing.
  init(of site: String) throws(EnvironmentError) {
    let folder = site + "/" + Theme.folder
    guard FileAccess.kind(folder) == .folder else { return }
    let own = Dictionary(BuiltInTheme.files.map { ($0.path, $0.bytes) }) { first, _ in first }
    for file in try TemplateFolder.files(in: folder) {
      guard let original = own[file.path] else {
        added.append(file.path)
        continue
      }
      if original == file.bytes {
        same.append(file.path)
      } else {
        changed.append((file.path, OverriddenTheme.difference(original, file.bytes)))
      }
    }
  }

  /// How many lines only one of two texts has.
  private static func difference(_ a: Bytes, _ b: Bytes) -> Int {
    let (first, second) = (a.split(separator: 0x0A), b.split(separator: 0x0A))
    return second.difference(from: first).count
  }

  /// The theme as people read it.
  var text: String {
    if changed.isEmpty, same.isEmpty, added.isEmpty { return "the site has the program's theme and changes nothing\n" }
    let parts = [
      ("in the place of the program's", changed.map { "\($0.path): \($0.lines) lines differ" }),
      ("like the program's; they can be deleted", same), ("added", added),
    ]
    return parts.filter { !$0.1.isEmpty }.map { title, lines in
      "\(title):\n" + lines.map { "  \($0.printable)\n" }.joined()
    }.joined(separator: "\n")
  }
}
