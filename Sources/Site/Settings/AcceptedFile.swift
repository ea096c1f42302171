import Coding
import Diagnostics
import Text
import YAML

/// `Content/accepted.yaml`: the findings of which nobody is told any more, by the files that have them.
public enum AcceptedFile {
  /// Its path, relative to the site.
  public static let path = "Content/accepted.yaml"

  /// Reads the file.
  public static func read(_ source: SourceFile) -> (AcceptedFindings, [Diagnostic]) {
    var accepted = AcceptedFindings()
    let file = YAMLFile(source)
    guard let root = file.root else { return (accepted, file.mistakes) }
    // Of an empty file, there is nothing to say.
    if root.isNull { return (accepted, []) }
    var fields = YAMLFields(root, in: source)
    for path in fields.keys {
      for entry in fields.texts(path) ?? [] {
        let words = entry.split(separator: " ").map(String.init)
        if words.count == 2 {
          accepted.add(words[0], words[1], in: path)
        } else {
          fields.wrong(
            valueOf: path, "“\(entry)” is no accepted finding", help: "let `bulletin check --accept` write it")
        }
      }
    }
    return (accepted, file.findings(fields.finish()))
  }

  /// The file for findings, in their order.
  public static func text(of findings: [Diagnostic]) -> String {
    var text = """
      # Findings that were looked at and accepted; `bulletin check --accept` writes this file. Whoever deletes a line is told
      # of the finding again.

      """
    var path = ""
    var seen: Set<String> = []
    for finding in findings {
      if finding.path != path {
        path = finding.path
        seen = []
        text += "\(JSON.string(path).bytes.string):\n"
      }
      let entry = "\(finding.kind.name) \(AcceptedFindings.digest(of: finding))"
      if !seen.insert(entry).inserted { continue }
      text += "  - \(entry)  # \(finding.message.filter { !$0.isNewline })\n"
    }
    return findings.isEmpty ? text + "{}\n" : text
  }
}
