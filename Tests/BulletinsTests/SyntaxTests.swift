import Coding
import Diagnostics
import TestSupport
import Testing
import Text

@testable import Bulletins

@Suite("One metadata in several syntaxes")
struct SyntaxTests {
  /// A value that each syntax can write.
  private indirect enum Value {
    case text(String), int(Int), double(Double), bool(Bool)
    case list([Value])
    case mapping([(String, Value)])

    /// The value on one line, with a sign between keys and values.
    func written(_ sign: String) -> String {
      switch self {
      case .text(let text): Self.quoted(text)
      case .int(let number): "\(number)"
      case .double(let number): "\(number)"
      case .bool(let value): "\(value)"
      case .list(let values): "[" + values.map { $0.written(sign) }.joined(separator: ", ") + "]"
      case .mapping(let members):
        "{" + members.map { "\(Self.quoted($0.0))\(sign)\($0.1.written(sign))" }.joined(separator: ", ") + "}"
      }
    }

    /// A text in double quotation marks, with the escapes that all three have.
    static func quoted(_ text: String) -> String {
      let escaped = text.unicodeScalars.map { scalar -> String in
        if scalar == "\"" || scalar == "\\" { return "\\\(scalar)" }
        guard scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || (0x2028...0x2029).contains(scalar.value)
        else { return String(scalar) }
        let digits = String(scalar.value, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
      return "\"\(escaped.joined())\""
    }

    static func random(_ dice: inout SeededRandom, depth: Int = 0) -> Value {
      switch dice.roll(depth < 3 ? 6 : 4) {
      case 0: .text(String.random(using: &dice))
      case 1: .int(dice.roll(2_000_000) - 1_000_000)
      case 2: .double(Double(dice.roll(2_000) - 1_000) / 8)
      case 3: .bool(dice.roll(2) == 0)
      case 4: .list((0..<dice.roll(4)).map { _ in random(&dice, depth: depth + 1) })
      default: .mapping((0..<dice.roll(4)).map { ("k\($0)", random(&dice, depth: depth + 1)) })
      }
    }
  }

  /// The keys of an issue, of which some have values that are wrong.
  private func metadata(_ dice: inout SeededRandom) -> [(String, Value)] {
    let day = { (dice: inout SeededRandom) in
      Value.text("20\(10 + dice.roll(20))-0\(1 + dice.roll(9))-\(10 + dice.roll(19))")
    }
    var all: [(String, Value)] = [("title", .text("A title")), ("date", day(&dice))]
    let names = { (dice: inout SeededRandom) in
      Value.text(dice.pick(["Ada Byron", "Bo Li, Eva Lis", "Żaneta Łoś", ""]))
    }
    if dice.roll(2) == 0 { all.append(("number", .int(1 + dice.roll(40)))) }
    if dice.roll(2) == 0 { all.append(("authors", .list([names(&dice), .mapping([("name", names(&dice))])]))) }
    if dice.roll(2) == 0 { all.append(("editors", .list([.text("Eva Lis (Editor; Web)"), names(&dice)]))) }
    if dice.roll(2) == 0 { all.append(("tags", .list([.text("ice"), .int(7), .bool(true), .text("")]))) }
    if dice.roll(2) == 0 { all.append(("category", .text(String.random(using: &dice)))) }
    if dice.roll(3) == 0 { all.append(("draft", .bool(dice.roll(2) == 0))) }
    if dice.roll(3) == 0 { all.append(("publish_date", day(&dice))) }
    if dice.roll(4) == 0 { all.append((dice.pick(["series", "number", "aliases", "license"]), Value.random(&dice))) }
    for index in 0..<dice.roll(4) { all.append(("theme-key-\(index)", Value.random(&dice))) }
    var keys: Set<String> = []
    return all.filter { keys.insert($0.0).inserted }
  }

  /// All that was read of a file but where it stands.
  private func told(_ reading: Reading) -> String {
    guard let issue = reading.issue else { return "" }
    let fields = FieldGroup.allCases.flatMap(issue.inspected).flatMap(\.members)
    let authors = issue.lead.authors.map { "\($0.name) \($0.roles) \($0.orcid?.description ?? "")" }
    let extra = issue.extra.map { "\($0.key) \($0.value.json.bytes.string)" }
    return JSON.object(fields).bytes.string + "\(authors) \(extra) \(issue.release)"
  }

  @Test("TOML, YAML and JSON of the same metadata read as the same issue, with the same mistakes", arguments: 0..<8)
  func sameIssue(seed: Int) {
    var dice = SeededRandom(seed: seed)
    for _ in 0..<60 {
      let metadata = metadata(&dice)
      func lines(_ sign: String) -> String {
        metadata.map { "\(Value.quoted($0.0))\(sign)\($0.1.written(sign))\n" }.joined()
      }
      let json = Value.mapping(metadata).written(": ")
      let texts = ["---\n\(lines(": "))---\n", "+++\n\(lines(" = "))+++\n", "\(json)\n"]
      let readings = texts.map { read($0 + "\nText.\n") }
      #expect(Set(readings.map(told)).count == 1, "\(texts)")
      let mistakes = readings.map { $0.diagnostics.map { "\($0.kind.name) \($0.message)" }.sorted() }
      #expect(mistakes[0] == mistakes[1] && mistakes[0] == mistakes[2], "\(texts)")
    }
  }
}
