import Diagnostics
import Testing
import Text

@testable import Bulletins

@Suite("Advice about topics")
struct TopicAdviceTests {
  private func authorities(_ topics: String) -> (Authorities, [Diagnostic]) {
    Authorities.read(people: nil, topics: SourceFile(path: "Content/topics.yaml", bytes: Bytes(topics.utf8)))
  }

  @Test("a relation that is not returned is told where it stands, and one that is returned is not")
  func related() {
    let (_, found) = authorities(
      "- name: Ice\n  related: [Snow, Rain]\n- name: Snow\n  related: Ice\n- name: Rain\n  related: []\n")
    #expect(found.map(\.kind.name) == ["one-sided-relation"] && found.first?.location?.line == 2)
    #expect(found.first?.message == "“Rain” does not name “Ice” in return")
  }

  @Test("a broader topic about which there is no issue is told at the narrower one")
  func broader() throws {
    let (authorities, found) = authorities(
      "- name: Ice\n  broader: Weather\n- name: Weather\n- name: Snow\n  broader: Weather\n")
    #expect(found.isEmpty)
    func advice(_ topics: String) throws -> [Diagnostic] {
      let issue = try #require(
        Bulletins.Issue.read(
          SourceFile(
            path: "1.md", bytes: Bytes("---\ntitle: X\ndate: 2020-01-01\ntopics: [\(topics)]\n---\n\nText.\n".utf8))
        ).issue)
      let archive = Archive.of([issue], languages: .ofProgram, authorities: authorities, sources: { _ in nil }).0
      return archive.findings(IssuePlaces(ReadingOptions(), source: { _ in nil }))
    }
    #expect(try advice("Ice").map { "\($0.kind.name):\($0.location?.line ?? 0)" } == ["topic-without-page:1"])
    #expect(try advice("Ice, Weather").isEmpty)
  }
}
