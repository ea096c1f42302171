import Diagnostics
import Testing

@testable import Bulletins

@Suite("Names that may be none")
struct DoubtfulNameTests {
  private func doubtful(_ byline: String) -> [String] {
    let words = known("en", "it").names
    let people = Byline.read(byline, words)
    return people.indices.compactMap { NameDoubt(about: $0, of: people, words) == nil ? nil : people[$0].name }
  }

  @Test(
    "a mark, a number, words of a sentence or letters of two scripts in a name are doubtful",
    arguments: [
      ("Nora Quist talks to Ole Brandt", "Nora Quist talks to Ole Brandt"),
      ("Nora Quist – Ole Brandt", "Nora Quist – Ole Brandt"), ("Nora Quist in Rowna", "Nora Quist in Rowna"),
      ("N\u{43E}ra Quist", "N\u{43E}ra Quist"), ("Ole Brandt. Nora Quist", "Ole Brandt. Nora Quist"),
      ("Ole Brandt, London", "London"), ("Nora and Ole Quist", "Nora"),
    ])
  func doubts(byline: String, name: String) { #expect(doubtful(byline) == [name]) }

  @Test(
    "names of all countries, of groups and of the web are not",
    arguments: [
      "Nora Quist", "bell hooks", "Pico della Mirandola", "Sophie in 't Veld", "Jean d’Alembert and danah boyd",
      "cdmwebs",
      "Ole Brandt, Jr. and Ida van der Lund", "Institute for the Study of Ports", "Madonna", "Plato, Socrates",
      "José Ortega y Gasset", "Abd al-Rahman ibn Khaldun", "Harbour Office, Rowna", "李明、陈雨",
    ])
  func names(byline: String) { #expect(doubtful(byline).isEmpty, "\(doubtful(byline))") }

  @Test("two single words among whole names are one person with the family name in front, perhaps")
  func familyNames() {
    let words = known("en").names
    let people = Byline.read("Mehlfeld, Joris and Ada Brink", words)
    #expect(NameDoubt.isTurned(1, of: people, words))
    #expect(!NameDoubt.isTurned(2, of: people, words))
  }
}
