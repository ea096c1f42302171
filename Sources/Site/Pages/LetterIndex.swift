import Templating

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
  let index: Int
  var lines: [Value]

  static let recordType = RecordType<LetterRecord>(
    "a letter of an index",
    [
      .init("letter", .scalar, "The letter.") { Value($0.letter) },
      .init("id", .scalar, "An id for its heading.") { Value("letter-\($0.index + 1)") },
      .init("lines", .records(of: IndexLine.self), "What stands under it.") { .list($0.lines) },
    ])

  /// Lines in order, each with its letter; neighbours with one letter stand under one heading.
  static func list(of lines: [(letter: String, line: IndexLine)]) -> Value {
    var letters: [LetterRecord] = []
    for (letter, line) in lines {
      if letters.last?.letter == letter {
        letters[letters.count - 1].lines.append(line.record)
      } else {
        letters.append(LetterRecord(letter: letter, index: letters.count, lines: [line.record]))
      }
    }
    return .list(letters.map(\.record))
  }
}
