import Bulletins
import Templating

extension IssueRecord {
  /// The people of a byline, with what is said of them.
  func people(of byline: some Collection<Credit>) -> [Value] {
    byline.map { author in
      if author.roles.isEmpty, author.titled == nil { return series.plainAuthors[author.person] }
      return AuthorRecord(
        person: series.people[author.person], url: series.peopleURLs[author.person], roles: author.roles,
        titled: author.titled
      ).record
    }
  }

  /// The editors in printed order.
  var editors: [Value] { series.editors(of: issue) }
}

extension SeriesValues {
  /// The editors of an issue in printed order.
  func editors(of issue: PlacedIssue) -> [Value] {
    issue.editors.map { editor in
      if editor.roles.isEmpty, editor.titled == nil { return plainEditors[editor.person] }
      return EditorRecord(
        name: peopleNames[editor.person], url: peopleURLs[editor.person], roles: editor.roles, titled: editor.titled
      ).record
    }
  }
}
