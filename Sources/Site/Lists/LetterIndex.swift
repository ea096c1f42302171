import Templating
import Text

/// A line of an index.
struct IndexLine: RecordSubject {
  let name: String
  let url: Value
  /// How many issues a person wrote, or how many entries a topic has.
  var wrote: Int?
  var edited: Int?
  /// The name to look under instead.
  var see: String?

  static let recordType = RecordType<IndexLine>(
    "a line of an index",
    [
      .init("name", .scalar, "The name, people's with the family name first.") { Value($0.name) },
      .init("url", .scalar, "The address.") { $0.url },
      .init("wrote", .scalar, "How many issues they wrote; for a topic, how many entries it has.") {
        $0.wrote.map { .int($0) } ?? .none
      },
      .init("edited", .scalar, "How many issues they edited; for a topic, none.") {
        $0.edited.map { .int($0) } ?? .none
      },
      .init("see", .scalar, "The name to look under instead, or none.") { Value($0.see) },
    ])
}

/// The lines of an index under one letter.
struct LetterRecord: RecordSubject {
  let letter: String
  let id: String
  let lines: [Value]

  static let recordType = RecordType<LetterRecord>(
    "a letter of an index",
    [
      .init("letter", .scalar, "The letter.") { Value($0.letter) },
      .init("id", .scalar, "An id for its heading.") { Value($0.id) },
      .init("lines", .records(of: IndexLine.self), "What stands under it.") { .list($0.lines) },
    ])
}

/// An index of names by their first letters.
struct LetterIndex: Sendable {
  /// A line with the letter under which it stands.
  typealias Line = (letter: String, line: IndexLine)

  let pages: PagedList
  private let lines: [Line]

  /// An index.
  ///
  /// - Parameters:
  ///   - lines: The lines in order.
  ///   - path: The address of its first page below the root of the language.
  init(_ lines: [Line], at path: String, in addresses: Addresses) {
    self.lines = lines
    let division = ListDivision(lines.indices, most: addresses.settings.listItems) {
      LetterIndex.address(of: lines[$0].letter)
    }
    pages = PagedList(division, at: addresses.url(path), isNewestFirst: false) { stretch in
      (stretch.entries.first.map { lines[$0].letter } ?? "", nil)
    }
  }

  /// The part of an address that a letter has, whatever other letters there are: its own where every keyboard has it, else
  /// the nearest one with the letter's number.
  static func address(of letter: String) -> String {
    let bytes = Bytes(letter.utf8)
    if bytes.count == 1, bytes[0].isASCIILetter { return "letters/" + letter.lowercased() }
    let plain = Slug(of: letter).map { "\($0)-" } ?? ""
    return "letters/" + plain + letter.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: "-")
  }

  /// The letters that a page shows; none on the first page of an index that has others.
  func letters(on page: Int?) -> [LetterRecord] {
    let division = pages.division
    if let page { return [letter(division.pages[page].stretch, division.entries(of: page))] }
    if !division.pages.isEmpty { return [] }
    return division.stretches.indices.map { letter($0, division.stretches[$0].entries[...]) }
  }

  /// How many lines the first page of an index shows that has others.
  private static let most = 60

  /// Those of most issues, in the order of the index, where its first page has no letters.
  func mostOften(on page: Int?) -> [IndexLine] {
    if page != nil || pages.division.pages.isEmpty { return [] }
    let counts = lines.indices.map { (place: $0, wrote: lines[$0].line.wrote ?? 0) }.filter { $0.wrote > 0 }
    let most = counts.sorted { ($1.wrote, $0.place) < ($0.wrote, $1.place) }.prefix(LetterIndex.most)
    return most.map(\.place).sorted().map { lines[$0].line }
  }

  private func letter(_ stretch: Int, _ entries: ArraySlice<Int>) -> LetterRecord {
    LetterRecord(
      letter: pages.part(stretch).name, id: PagedList.id(of: pages.division.stretches[stretch]),
      lines: entries.map { lines[$0].line.record })
  }
}

/// A page of an index of names.
struct LetterIndexPage: Sendable {
  let index: LetterIndex
  /// Which of the pages after the first; `nil` for the first.
  let page: Int?

  /// The variables of a template that shows such a page.
  static let variables: [RecordType<LetterIndexPage>.Field] = [
    .init("list", .record(of: ListPage.self), "The index, and which of its pages this is.") {
      ListPage(list: $0.index.pages, page: $0.page).record
    },
    .init(
      "letters", .records(of: LetterRecord.self),
      "The letters on this page with their lines; empty on the first page of an index that has others."
    ) { $0.index.letters(on: $0.page).records },
    .init(
      "most", .records(of: IndexLine.self),
      "The lines with most issues, in the order of the index, on the first page of an index that has others."
    ) { $0.index.mostOften(on: $0.page).records },
  ]
}
