import Diagnostics
import Languages
import Text

extension MastheadReader {
  /// The lines of the masthead, before the first is read.
  func editorLines() -> MastheadLines { MastheadLines(names, options.nameLists, labels) }

  /// Reads the lists of editors.
  mutating func readEditors(_ lines: MastheadLines) {
    let lists = lines.lists
    guard let start = lists.first?.lines.lowerBound, let end = lists.last?.lines.upperBound else { return }
    var editors: [Contributor] = []
    for list in lists {
      switch options.nameLists.editors(list.text, names) {
      case .success(let people):
        let people = withRoles(people, of: list.text)
        // A list that stands alone stays the one that all issues with it share.
        editors = editors.isEmpty ? people : editors + people
      case .failure(let problem):
        let mistake = Diagnostic(
          .unbalancedBrackets, problem.message, at: source.location(of: problem.culprit, inLines: list.lines),
          help: problem.help)
        metadata.report(mistake, of: \.editors)
        return
      }
    }
    guard !editors.isEmpty else { return }
    let (first, last) = (source.range(ofLine: start), source.range(ofLine: end))
    metadata.editors = Located(editors, at: first.lowerBound..<max(first.upperBound, last.upperBound))
  }

  /// People with the role that the label before their names says, unless brackets behind a name say one.
  private func withRoles(_ people: [Contributor], of list: String) -> [Contributor] {
    guard people.contains(where: \.roles.isEmpty), let role = EditorList.label(in: list).flatMap(labels.role) else {
      return people
    }
    return people.map { person in
      var person = person
      if person.roles.isEmpty { person.roles = [role] }
      return person
    }
  }

  private var labels: EditorialLabels {
    EditorialLabels(languages: options.languages.own + [language ?? KnownLanguages.fallback])
  }
}

extension DiagnosticKind {
  static let unbalancedBrackets = DiagnosticKind(
    "unbalanced-brackets", .error,
    "A bracket in the list of editors is opened and never closed, or closed and never opened, so roles and names can't be told apart."
  )
}
