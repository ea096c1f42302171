import Coding
import Diagnostics
import TestSupport
import Testing
import Text

@testable import Bulletins

@Suite("Nothing is lost")
struct NothingLostTests {
  @Test("every word of a file is published, or a finding stands at its line", arguments: 0..<12)
  func words(seed: Int) throws {
    var writer = RandomIssue(seed: seed)
    var read = 0
    var mastheads = 0
    for _ in 0..<100 {
      let text = writer.text()
      let source = SourceFile(path: "2020-05-01-x.md", bytes: Bytes(text.utf8))
      let reading = Bulletins.Issue.read(source)
      guard let issue = reading.issue else {
        #expect(
          reading.diagnostics.contains { $0.severity == .error && ($0.location != nil || $0.kind == .emptyFile) },
          "\(text)")
        continue
      }
      read += 1
      if !issue.editors.isEmpty { mastheads += 1 }
      let published = Self.published(issue, reading.texts)
      // Of sources that differ the weaker is not published, and the finding stands at the stronger.
      let differs = reading.diagnostics.contains { $0.kind == .sourcesDisagree }
      let excused = differs ? writer.printed : []
      var said = Set(reading.diagnostics.compactMap { $0.location?.line })
      for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        // A finding about a quotation stands at its first line.
        if line.hasPrefix(">"), said.contains(index) { said.insert(index + 1) }
        if said.contains(index + 1) { continue }
        for word in RandomIssue.words(of: line) where !published.contains(word) && !excused.contains(word) {
          Testing.Issue.record("“\(word)” of line \(index + 1) is lost:\n\(text)")
        }
      }
      for person in issue.editors + issue.articles.flatMap(\.authors) {
        #expect(writer.prose.isDisjoint(with: RandomIssue.words(of: person.name)), "\(person.name) is nobody:\n\(text)")
      }
    }
    #expect(read > 20 && mastheads > 1, "hardly any text is an issue")
  }

  /// The words of all that is published of an issue.
  private static func published(_ issue: Bulletins.Issue, _ texts: [Bytes]) -> Set<String> {
    let fields = FieldGroup.allCases.flatMap(issue.inspected).flatMap(\.members).map { JSON.object([$0]).bytes.string }
    let extra = issue.extra.map { $0.key + " " + $0.value.json.bytes.string }
    let printed = issue.articles.flatMap { (article: Article) -> [String] in
      [article.titleHTML, article.subtitleHTML, article.affiliationHTML, article.abstractHTML].map(\.string)
        + article.authors.flatMap { [$0.name] + $0.roles }
    }
    return Set((fields + extra + printed + texts.map(\.string)).flatMap { RandomIssue.words(of: $0) })
  }
}
