import Diagnostics
import Text

/// A note to oneself that waits for a text: `TODO`, `xxx`, `lorem ipsum`.
enum Placeholder {
  static func find(_ check: ProofText) -> [Diagnostic] {
    let ordinary = check.language?.typesetting.ordinaryWords ?? []
    return check.prose.flatMap { prose in
      (places(in: prose, ordinary) + questions(in: prose)).map { range in
        check.finding(
          .placeholder, "“\(Array(prose.text[range]).string)” waits for a text", range, of: prose,
          help: "write what is meant, or take it away")
      }
    }
  }

  /// Where a word is a note to oneself.
  private enum Use {
    case everywhere
    /// Where no other word in capitals stands beside it, as in headings that have nothing but capitals.
    case alone
    case inSquareBrackets
    case beforeIpsum
    /// Where it opens a paragraph and a colon stands behind it: elsewhere it is the number of a king.
    case beforeColon
    /// Where it opens a sentence and a colon stands behind it, or nothing stands beside it: elsewhere it is a word.
    case asNote
  }

  private static let uses: [(words: [String], use: Use)] = [
    (["FIXME", "TKTK", "TKTKTK", "XXXX", "XXXXX", "xxx", "xxxx", "xxxxx"], .everywhere), (["TODO", "TBD"], .alone),
    (["TK"], .inSquareBrackets), (["Lorem", "lorem"], .beforeIpsum), (["XXX"], .beforeColon),
  ]
  /// The words that begin with each byte: of others, nothing but their first is looked at.
  private static let byFirst: [[(word: Bytes, use: Use)]] = {
    var byFirst = [[(word: Bytes, use: Use)]](repeating: [], count: 256)
    for (words, use) in uses {
      for word in words.map({ Bytes($0.utf8) }) { byFirst[Int(word[0])].append((word, use)) }
    }
    return byFirst
  }()

  /// - Parameter ordinary: Those of them that the language has as words, in small letters, and those that are none beside
  ///   another word, as in `todo list`.
  private static func places(in prose: Prose, _ ordinary: Set<String>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    let (text, words, known) = (prose.text, prose.words, byFirst)
    for index in words.indices where !known[Int(text[words[index].lowerBound])].isEmpty {
      let range = words[index]
      let named = known[Int(text[range.lowerBound])].first {
        $0.word.count == range.count && text.span.has($0.word.span, at: range.lowerBound)
      }
      guard var use = named?.use else { continue }
      if !ordinary.isEmpty {
        let word = Array(text[range]).string.lowercased()
        if ordinary.contains(word) { use = .asNote }
        if index + 1 < words.count, ordinary.contains("\(word) \(Array(text[words[index + 1]]).string.lowercased())") {
          continue
        }
      }
      switch use {
      case .everywhere: found.append(range)
      case .alone where isAlone(text, words, index): found.append(range)
      case .inSquareBrackets where isInSquareBrackets(text, range): found.append(range)
      case .beforeIpsum where index + 1 < words.count && Array(text[words[index + 1]]).string == "ipsum":
        found.append(range.lowerBound..<words[index + 1].upperBound)
      case .beforeColon where opensNote(range, of: prose): found.append(range)
      case .asNote where isNote(text, words, index): found.append(range)
      default: break
      }
    }
    return found
  }

  /// Three question marks or more in the place of a word.
  private static func questions(in prose: Prose) -> [Range<Int>] {
    let text = prose.text
    guard prose.signs.contains(where: { text[$0] == UInt8(ascii: "?") }) else { return [] }
    var found: [Range<Int>] = []
    var at = 0
    while let start = text.firstOffset(of: Bytes("???".utf8), from: at) {
      at = text[start...].firstIndex(where: \.isASCIISpace) ?? text.count
      if start == 0 || text[start - 1].isASCIISpace { found.append(start..<at) }
    }
    return found
  }

  /// Whether no other word in capitals stands beside a word.
  private static func isAlone(_ text: Bytes, _ words: [Range<Int>], _ index: Int) -> Bool {
    ![index - 1, index + 1].contains { other in
      guard words.indices.contains(other), words[other].count > 1,
        text[words[other]].contains(where: { !$0.isASCIIDigit })
      else { return false }
      let word = Array(text[words[other]]).string
      return word == word.uppercased() && word != word.lowercased()
    }
  }

  /// Whether a word opens a sentence and a colon stands behind it, or brackets or the ends of the paragraph stand around it.
  private static func isNote(_ text: Bytes, _ words: [Range<Int>], _ index: Int) -> Bool {
    let range = words[index]
    let before = text[..<range.lowerBound].last { !$0.isASCIISpace }
    let behind = text[range.upperBound...].first { !$0.isASCIISpace }
    guard isAlone(text, words, index) else { return false }
    if behind == UInt8(ascii: ":") { return before.map { ".!?([".utf8.contains($0) } ?? true }
    if words.count == 1 { return true }
    return before == UInt8(ascii: "(") && behind == UInt8(ascii: ")")
      || before == UInt8(ascii: "[") && behind == UInt8(ascii: "]")
  }

  private static func opensNote(_ range: Range<Int>, of prose: Prose) -> Bool {
    range.lowerBound == 0 && !prose.isHeading && range.upperBound < prose.text.count
      && prose.text[range.upperBound] == UInt8(ascii: ":")
  }

  private static func isInSquareBrackets(_ text: Bytes, _ range: Range<Int>) -> Bool {
    range.lowerBound > 0 && text[range.lowerBound - 1] == UInt8(ascii: "[") && range.upperBound < text.count
      && text[range.upperBound] == UInt8(ascii: "]")
  }
}

extension DiagnosticKind {
  static let placeholder = DiagnosticKind(
    "placeholder", .advice,
    "A note to oneself stands in the text: `TODO`, `FIXME`, `TBD`, `[TK]`, `xxx`, `XXX:` before a paragraph, `???` in the place of a word, or the words `lorem ipsum`."
  )
}
