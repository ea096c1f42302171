import Coding
import Text

extension Register {
  /// The path of the authority file that lists the same.
  public var authorityFile: String { subject == .people ? "Content/people.yaml" : "Content/topics.yaml" }

  /// A first authority file: every name as it is, so that no address changes, and beside it, as comments, what may be the
  /// same.
  public var authorityText: String {
    let what = subject == .people ? "person" : "topic"
    var text = """
      # One entry a \(what): the name as listed, and other spellings under `also`. Where two entries are one \(what), move
      # the name of one into the other's `also`, and delete it.

      """
    for entry in entries {
      text += "- name: \(Register.yaml(entry.name))\n"
      if !entry.spellings.isEmpty {
        text += "  also: [\(entry.spellings.map(Register.yaml).joined(separator: ", "))]\n"
      }
      if !entry.similar.isEmpty { text += "  # the same as \(entry.similar.joined(separator: ", "))?\n" }
    }
    return entries.isEmpty ? text + "[]\n" : text
  }

  /// A text as YAML takes it: plain where nothing in it means anything.
  private static func yaml(_ text: String) -> String {
    let isPlain =
      text.first.map { $0.isLetter } ?? false
      && text.utf8.allSatisfy { $0.isASCIILetter || $0 >= 0x80 || $0 == 0x20 || ".'-".utf8.contains($0) }
      && text.trimmed == text && !reserved.contains(text.lowercased())
    return isPlain ? text : JSON.string(text).bytes.string
  }

  /// Words that YAML takes for something else.
  private static let reserved: Set<String> = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"]
}
