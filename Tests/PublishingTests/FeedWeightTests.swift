import Foundation
import TestSupport
import Testing

@Suite("The weight of feeds")
struct FeedWeightTests {
  @Test("a sign in the description of a feed begins no tag where that is read as HTML")
  func description() throws {
    let site = try TemporarySite()
    try site.addIssue(1)
    try site.write("Content/site.yaml", try site.read("Content/site.yaml") + "description: A <b> & c\n")
    _ = try site.build()
    #expect(try site.published("feed.xml").contains("<description>A &amp;lt;b&gt; &amp; c</description>"))
  }

  @Test("an issue with very many topics writes its text into the feed of all issues, and not into that of each topic")
  func manyTopics() throws {
    let site = try TemporarySite()
    let many = (1...30).map { "Wharf \($0)" }.joined(separator: ", ")
    try site.addIssue(
      1, abstract: "*The abstract of one.*", body: "The text of one.", frontMatter: "---\ntopics: [\(many)]\n---\n\n")
    try site.addIssue(
      2, abstract: "*The abstract of two.*", body: "The text of two.",
      frontMatter: "---\ntopics: [Wharf 1, Wharf 2]\n---\n\n")
    let report = try site.build()
    #expect(report.isPublished, "\(report.diagnostics.map(\.printed))")
    let all = try site.published("feed.xml")
    #expect(all.contains("The text of one.") && all.contains("The text of two."))
    let topic = try site.published("topics/wharf-1/feed.xml")
    #expect(topic.contains("The abstract of one.") && !topic.contains("The text of one."))
    #expect(topic.contains("The text of two."))
    // A thousand topics would be named a million times.
    func count(_ feed: String) -> Int { feed.components(separatedBy: "<category>Wharf").count - 1 }
    #expect(count(topic) == 24 + 2 && count(all) == 30 + 2)
    let person = try site.published("people/lena-orzech/feed.xml")
    #expect(!person.contains("The text of one.") && person.contains("The text of two."))
    // It stays so when nothing else changes but its text.
    try site.addIssue(
      1, abstract: "*The abstract of one.*", body: "Another text of one.",
      frontMatter: "---\ntopics: [\(many)]\n---\n\n")
    #expect(try site.build().isPublished)
    #expect(try site.published("feed.xml").contains("Another text of one."))
    #expect(try !site.published("topics/wharf-1/feed.xml").contains("text of one."))
  }
}
