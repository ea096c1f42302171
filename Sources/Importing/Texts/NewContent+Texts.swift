import Bulletins
import Diagnostics
import System
import Text

extension NewContent {
  /// The path of the text that is made of a document.
  static func target(of path: String) -> String {
    let rest = path.split(separator: ".").dropLast().joined(separator: ".")
    return "Content/bulletins/" + (rest.isEmpty ? path : rest) + ".md"
  }

  /// Writes a text that was made of a document, and says what the reader of issues does not understand of it.
  mutating func write(
    text: String, of path: String, to target: String? = nil
  ) throws(EnvironmentError) {
    let target = target ?? NewContent.target(of: path)
    try write(target, text, from: path)
    if target.hasPrefix("Content/pages/") { return }
    let reading = Issue.read(SourceFile(path: target, bytes: Bytes(text.utf8)))
    for finding in reading.diagnostics where finding.severity == .error {
      doubt(path, "\(finding.message): \(finding.help.first ?? "see \(target)")")
    }
  }
}
