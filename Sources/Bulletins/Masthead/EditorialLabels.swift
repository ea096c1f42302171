import Languages
import Text

/// What stands before the names of editors: a label such as `Editors`, or what one of them is, as in
/// `Managing Editor: Nora Quist`.
struct EditorialLabels {
  /// The languages of the site, or that of the masthead.
  let languages: [Language]

  /// Whether a label speaks of editing, be it by one word of several: `Assistant Editor`.
  func include(_ label: String) -> Bool {
    let label = label.lowercased()
    let known = languages.map { $0.masthead.editors.union($0.names.chiefEditor) }
    if known.contains(where: { $0.contains(label) }) { return true }
    let stems = Set(EditorialLabels.stems(of: label))
    return !stems.isEmpty && known.joined().contains { !stems.isDisjoint(with: EditorialLabels.stems(of: $0)) }
  }

  /// The role that a label says; `nil` where it says no more than that editors follow.
  func role(of label: String) -> String? {
    guard include(label), !languages.contains(where: { $0.masthead.editors.contains(label.lowercased()) }) else {
      return nil
    }
    return label
  }

  /// The parts of `Editor-in-Chief: Nora Quist; Maps Editor: Ole Brandt`; `nil` for a line that is made otherwise.
  func lists(in line: String) -> [String]? {
    guard line.utf8.contains(UInt8(ascii: ";")), line.utf8.count(where: { $0 == UInt8(ascii: ":") }) > 1 else {
      return nil
    }
    let parts = line.utf8.split(separator: UInt8(ascii: ";")).map { String(Substring($0)).trimmed }
    return parts.count > 1 && parts.allSatisfy { EditorList.label(in: $0).map(include) ?? false } ? parts : nil
  }

  /// What the words of a label that have the same root begin with.
  private static func stems(of label: String) -> [Substring] {
    label.split(separator: " ").filter { $0.unicodeScalars.count > 5 }.map { $0.prefix(5) }
  }
}
