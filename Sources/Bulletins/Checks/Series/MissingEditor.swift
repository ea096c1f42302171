import Diagnostics

/// An editor whom the issues before and after name, and this one does not.
enum MissingEditor {
  static func findings(_ issues: [Issue], _ places: IssuePlaces) -> [Diagnostic] {
    let counts = issues.map { $0.editors.count }
    return issues.indices.dropFirst().dropLast().compactMap { index in
      // Most issues have as many editors as the one before.
      guard counts[index] == 0 || counts[index] + 1 == counts[index - 1], counts[index - 1] == counts[index + 1],
        counts[index] < counts[index - 1]
      else { return nil }
      let (before, issue, after) = (issues[index - 1], issues[index], issues[index + 1])
      guard before.editors == after.editors else { return nil }
      if counts[index] == 0 {
        return Diagnostic(
          .missingEditor, "the issues before and after name editors, and this one none", at: issue.location,
          notes: [.init("the issue before", at: before.location)], help: "add their names, if they were forgotten")
      }
      let here = Set(issue.editors.map(\.name))
      let missing = before.editors.filter { !here.contains($0.name) }
      guard missing.count == 1, let editor = missing.first else { return nil }
      return Diagnostic(
        .missingEditor, "\(editor.name) is an editor of the issues before and after, and not of this one",
        at: places.place(of: { $0.editors?.range }, in: issue),
        notes: [.init("the issue before", at: before.location)], help: "add the name, if it was forgotten")
    }
  }
}

extension DiagnosticKind {
  static let missingEditor = DiagnosticKind(
    "missing-editor", .advice,
    "The issues before and after name the same editors, and this one lacks one of them, or all.")
}
