import Languages
import Testing
import Text

@testable import Bulletins

@Suite("Printed heads")
struct PrintedHeadTests {
  private func authors(_ byline: String) -> [Contributor] { read(issue(byline: byline)).issue?.lead.authors ?? [] }

  @Test(
    "the iD of a researcher behind a name belongs to that person, however it is written",
    arguments: [
      "Nora Quist, https://orcid.org/0000-0002-1825-0097, Ole Brandt",
      "Nora Quist (https://orcid.org/0000-0002-1825-0097), Ole Brandt",
      "Nora Quist https://orcid.org/0000-0002-1825-0097, Ole Brandt",
      "Nora Quist, <https://orcid.org/0000-0002-1825-0097>, Ole Brandt",
      "Nora Quist (ORCID: 0000-0002-1825-0097), Ole Brandt", "Nora Quist, 0000-0002-1825-0097, Ole Brandt",
    ])
  func iDs(byline: String) {
    let people = authors(byline)
    #expect(people.map(\.name) == ["Nora Quist", "Ole Brandt"] && people.allSatisfy(\.roles.isEmpty))
    #expect(people.map { $0.orcid?.description } == ["0000-0002-1825-0097", nil])
  }

  @Test("another address behind a name stays what is said of the person, also where an iD stands with a house")
  func otherAddresses() {
    let people = authors("Nora Quist, https://nora.example/0000, Ole Brandt (Harbour Office, 0000-0002-1825-0097)")
    #expect(people.map(\.name) == ["Nora Quist", "Ole Brandt"] && people.map(\.orcid?.description).last != nil)
    #expect(people.map(\.roles) == [["https://nora.example/0000"], ["Harbour Office"]])
  }

  @Test(
    "raised marks between carets are no part of a name",
    arguments: [
      "Nora Quist^1^, Ole Brandt^2^", "Nora Quist^1,2^ and Ole Brandt^2^", "Nora Quist^a,\\*^, Ole Brandt ^b^",
    ])
  func raised(byline: String) {
    #expect(authors(byline).map(\.name) == ["Nora Quist", "Ole Brandt"])
  }

  @Test(
    "a word that says who wrote, with a slash or a middle dot behind it, is no part of a name",
    arguments: [
      ("文／李明", ["李明"]), ("文・林花", ["林花"]), ("文／林花、写真／谷一", ["林花", "谷一"]), ("取材・文／林花", ["林花"]),
      ("Text/Nora Quist", ["Nora Quist"]), ("Reuters/AFP", ["Reuters/AFP"]), ("ジョン・スミス", ["ジョン・スミス"]),
      ("Nora Quist/Ole Brandt", ["Nora Quist", "Ole Brandt"]),
    ])
  func labels(byline: String, names: [String]) {
    #expect(Byline.read(byline, KnownLanguages.ofProgram.names).map(\.name) == names)
  }

  @Test(
    "what braces behind a title say is none of its words",
    arguments: ["## The Pier {#pier}", "## The Pier {#pier .wide}", "## The Pier"])
  func titles(title: String) {
    let reading = read(issue(title: title))
    #expect(reading.issue?.lead.title == "The Pier" && reading.issue?.lead.titleHTML.string == "The Pier")
    let named = read("---\ntitle: The Pier\ndate: 2024-03-05\n---\n\(title)\n\nText.\n")
    #expect(named.texts.first?.string == "<p>Text.</p>\n")
  }

  @Test("a later article has the id that its heading asks for, and other braces stay in a title")
  func laterTitles() {
    let two = read(issue(body: "Text.\n\n## The Pier {#quay}\n\nOle Brandt\n\n*A pier.*\n\nText."))
    #expect(two.issue?.articles.last?.title == "The Pier" && two.issue?.articles.last?.id == "quay")
    #expect(read(issue(title: "## The {Pier}")).issue?.lead.title == "The {Pier}")
  }
}
