import TestSupport
import Testing
import Text

@testable import Bulletins

@Suite("Numbers in titles and file names")
struct NumberInNameTests {
  @Test(
    "the one number of a text is the issue's",
    arguments: [
      ("Harbour Weekly 66", "66"), ("Issue #88: nets", "88"), ("issue-135", "135"), ("№ 7", "7"), ("第12号", "12"),
      ("Version 0.9", nil), ("The 3rd letter", nil), ("Letter 4 of 12", nil), ("Letter", nil), ("Letter 20190304", nil),
      ("B2 boats", nil),
    ])
  func numbers(text: String, expected: String?) {
    #expect(NumberInName.number(in: text)?.description == expected)
  }

  private func issues(_ titles: [String], file: (Int) -> String = { "2019-03-0\($0 + 1)-x.md" }) -> [Bulletins.Issue] {
    titles.enumerated().compactMap { place, title in
      read("---\ntitle: \(title)\ndate: 2019-03-0\(place + 1)\n---\nText.\n", path: "Content/bulletins/" + file(place))
        .issue
    }
  }

  @Test("a setting is offered where every issue has a number of its own, and else never")
  func offers() {
    let numbered = (1...6).map { "Letter \($0)" }
    #expect(NumberInName.offer(for: issues(numbered), .ofProgram)?.setting == .title)
    #expect(NumberInName.offer(for: issues(Array(numbered.dropLast()) + ["A farewell"]), .ofProgram) == nil)
    #expect(NumberInName.offer(for: issues(Array(numbered.dropLast()) + ["Letter 1"]), .ofProgram) == nil)
    #expect(NumberInName.offer(for: issues(Array(numbered.prefix(3))), .ofProgram) == nil)
    let byFile = issues(Array(repeating: "Letter", count: 6)) { "2019-03-0\($0 + 1)-letter-\($0 + 40).md" }
    #expect(NumberInName.file.number(title: nil, path: "a/078-2020-feb-18.md", .ofProgram)?.description == "78")
    let offer = NumberInName.offer(for: byFile, .ofProgram)
    #expect(offer == .place(.file, example: "2019-03-01-letter-40.md"))
  }

  @Test("where most issues have no number anywhere, a setting is offered that says so")
  func offersNone() {
    let plain = issues(["Nets", "Ropes", "Lamps", "Oars", "Sails", "Tar"]) { "2019-03-0\($0 + 1)-a.md" }
    #expect(NumberInName.offer(for: plain, .ofProgram) == NumberInName.Offer.none(6, of: 6))
    let numbered = read("---\ntitle: Ice\ndate: 2019-03-09\nnumber: 7\n---\nText.\n").issue
    #expect(
      NumberInName.offer(for: plain + [numbered].compactMap(\.self), .ofProgram)
        == NumberInName.Offer.none(6, of: 7))
    let some = issues(["Nets 3", "Ropes 5", "Lamps", "Oars", "Sails", "Tar"]) { "2019-03-0\($0 + 1)-a.md" }
    #expect(NumberInName.offer(for: some, .ofProgram) == nil)
  }

  @Test("with the setting, an issue that says no number has that of its title; one that does keeps it")
  func reading() {
    var options = ReadingOptions()
    options.numbers = .title
    func number(_ front: String) -> String? {
      read("---\ntitle: Letter 66\ndate: 2019-03-04\n\(front)---\nText.\n", options: options).issue?.number?.description
    }
    #expect(number("") == "66")
    #expect(number("number: 7\n") == "7")
  }
}
