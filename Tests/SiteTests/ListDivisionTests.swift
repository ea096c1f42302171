import Testing

@testable import Bulletins
@testable import Site

@Suite("Lists that are divided")
struct ListDivisionTests {
  @Test("a list that one page can hold has one page")
  func short() {
    let division = ListDivision(0..<240, most: 240) { "\(2000 + $0 / 100)" }
    #expect(division.pages.isEmpty)
    #expect(division.stretches.map(\.address) == ["2000", "2001", "2002"])
    #expect(division.stretches.map(\.entries.count) == [100, 100, 40])
  }

  @Test("a longer one has a page for each part, and several for a long part, none of which is too long")
  func long() {
    let division = ListDivision(0..<1_000, most: 240) { $0 < 700 ? "s" : "t" }
    #expect(division.pages.map(\.address) == ["s/", "s/2/", "s/3/", "t/", "t/2/"])
    #expect(division.pages.allSatisfy { $0.entries.count <= 240 })
    #expect(division.pages.indices.flatMap { division.entries(of: $0) } == Array(0..<1_000), "each entry has its page")
  }

  @Test("what is added at the end moves nothing to another page")
  func growing() {
    let before = ListDivision(0..<600, most: 240) { "\($0 / 500)" }
    let after = ListDivision(0..<900, most: 240) { "\($0 / 500)" }
    for page in before.pages.indices {
      let same = after.pages.firstIndex { $0.address == before.pages[page].address }
      #expect(same.map { after.entries(of: $0).starts(with: before.entries(of: page)) } == true)
    }
  }

  @Test("entries of one part stand together, wherever they come in the list")
  func scattered() {
    let division = ListDivision(0..<6, most: 240) { ["a", "b", "a", "c", "b", "a"][$0] }
    #expect(division.stretches.map(\.address) == ["a", "b", "c"])
    #expect(division.stretches.map(\.entries) == [[0, 2, 5], [1, 4], [3]])
  }

  @Test(
    "the address of a letter is the letter, or the nearest one with its number",
    arguments: [
      ("S", "letters/s"), ("Ł", "letters/l-141"), ("Ö", "letters/o-d6"), ("#", "letters/23"), ("李", "letters/li-674e"),
    ])
  func letters(letter: String, address: String) { #expect(LetterIndex.address(of: letter) == address) }

  @Test("no two letters have one address")
  func noTwo() {
    let letters = (0x20..<0x2FFF).compactMap { Unicode.Scalar($0) }.map { String($0) }
    var owners: [String: String] = [:]
    for letter in letters where letter == letter.uppercased() {
      let other = owners.updateValue(letter, forKey: LetterIndex.address(of: letter))
      #expect(other == nil, "\(letter) and \(other ?? "")")
    }
  }

  @Test(
    "issues that follow each other are one range, and the few that are left out are named",
    arguments: [
      (Array(1...9), "1...9", []), ([4], "4...4", []), ([1, 2, 3, 5, 6], "1...3 5...6", []),
      (Array(1...20) + Array(22...40), "1...40", [21]),
      (Array(1...20) + Array(24...50), "1...50", [21, 22, 23]),
      // What is missing is longer than what is there.
      (Array(1...20) + Array(25...50), "1...20 25...50", []), ([1, 3, 5], "1...1 3...3 5...5", []), ([], "", []),
    ] as [([Int], String, [Int])])
  func ranges(issues: [Int], ranges: String, exceptions: [Int]) {
    let numbers = NumberRanges(issues)
    #expect(numbers.ranges.map { "\($0)" }.joined(separator: " ") == ranges)
    #expect(numbers.exceptions == exceptions)
  }

  @Test("a list of numbers that nobody would read is one range")
  func unreadable() {
    let odd = NumberRanges(Array(stride(from: 1, through: 99, by: 2)))
    #expect(odd.ranges == [1...99] && odd.exceptions.isEmpty)
  }
}
