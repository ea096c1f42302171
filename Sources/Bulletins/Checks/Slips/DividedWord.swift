import Diagnostics
import Text

/// A word divided at the end of a line, as text from print has it: it would be published with a blank inside.
enum DividedWord {
  static func find(_ check: ProofText) -> [Diagnostic] {
    check.prose.indices.flatMap { index in
      let prose = check.prose[index]
      let text = prose.text
      var found: [Diagnostic] = []
      var at = 0
      while let feed = text.firstOffset(of: 0x0A, from: at) {
        at = feed + 1
        let hyphen = feed - hyphenLength(before: feed, in: text)
        guard hyphen > 0, hyphen < feed, endsLetter(text, hyphen), text.isSmallLetter(at: at) else { continue }
        let start = text[..<feed].lastIndex(where: \.isASCIISpace).map { $0 + 1 } ?? 0
        let end = text[at...].firstIndex(where: \.isASCIISpace) ?? text.count
        let next = Array(text[at..<end]).string
        // “pre- and post-war” has its hyphen for another reason.
        if check.conjunctions.contains(next.lowercased()) { continue }
        found.append(
          check.finding(
            .dividedWord, "a word is divided at the end of the line, and published with a blank in it", start..<feed,
            of: prose,
            help: "write “\(Array(text[start..<hyphen]).string)-\(next)” on one line, with or without the hyphen"))
      }
      return found + [atPageEnd(index, check)].compactMap(\.self)
    }
  }

  /// A word that ends a paragraph in a hyphen, and goes on in the next one: a page ended there.
  private static func atPageEnd(_ index: Int, _ check: ProofText) -> Diagnostic? {
    guard index + 1 < check.prose.count else { return nil }
    let (prose, next) = (check.prose[index], check.prose[index + 1])
    let text = prose.text
    let hyphen = text.count - hyphenLength(before: text.count, in: text)
    guard hyphen > 0, hyphen < text.count, endsLetter(text, hyphen), !prose.isHeading, !next.isHeading,
      !next.text.isEmpty, next.text.isSmallLetter(at: 0), next.lines.lowerBound > prose.lines.upperBound
    else { return nil }
    let start = text[..<hyphen].lastIndex(where: \.isASCIISpace).map { $0 + 1 } ?? 0
    let rest = Array(next.text.prefix { !$0.isASCIISpace }).string
    if check.conjunctions.contains(rest.lowercased()) { return nil }
    return check.finding(
      .dividedWord, "a word is divided at the end of the paragraph, and goes on in the next one", start..<text.count,
      of: prose, help: "write “\(Array(text[start..<hyphen]).string)\(rest)” in one paragraph")
  }

  /// How many bytes the hyphen at the end of a line has, be it a soft one or that of typography; 0 where there is none.
  private static func hyphenLength(before end: Int, in text: Bytes) -> Int {
    hyphens.first { end >= $0.count && text.has($0, at: end - $0.count) }?.count ?? 0
  }

  private static let hyphens = ["-", "\u{AD}", "\u{2010}"].map { Bytes($0.utf8) }

  private static func endsLetter(_ text: Bytes, _ end: Int) -> Bool {
    text[end - 1].isASCIILetter || text[end - 1] >= 0x80
  }
}

extension DiagnosticKind {
  static let dividedWord = DiagnosticKind(
    "divided-word", .advice,
    "A line, or a paragraph at the end of a page, ends in a hyphen and the next one goes on in small letters, as lines of print do. A line end is a blank on the page: the word would be published in two pieces."
  )
}
