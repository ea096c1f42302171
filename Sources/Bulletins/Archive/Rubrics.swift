import Languages

/// Run-in headings that are no subject: those that recur, those of pictures and tables with their numbers, days, and
/// single letters.
struct Rubrics {
  private let words: Set<Spelling>
  private let dates: DateWords

  /// - Parameter more: Rubrics of the site, beside those of the language.
  init(_ language: Language, and more: [String]) {
    words = Set((language.rubrics + more).map(Spelling.init))
    dates = language.dates
  }

  /// Whether a heading is a rubric, whatever its capitals and hyphens are.
  func contain(_ heading: String) -> Bool {
    if words.contains(Spelling(heading)) || Rubrics.isLetter(heading) { return true }
    guard heading.utf8.contains(where: { 0x30...0x39 ~= $0 }) else { return false }
    let word = Rubrics.withoutNumber(heading)
    return word.map { words.contains(Spelling($0)) } ?? false
      // `5 March` is a day, too, whatever its year is.
      || ["", " 2000", ", 2000"].contains { DateToken.all(in: heading + $0).flatMap(dates.read) != nil }
  }

  /// Whether a heading is a single letter, perhaps in brackets: `Q` and `A` of a conversation, `(a)`. Han characters are
  /// words.
  private static func isLetter(_ heading: String) -> Bool {
    guard heading.utf8.count < 6 else { return false }
    let letters = heading.unicodeScalars.filter(\.properties.isAlphabetic)
    return letters.count == 1 && letters.allSatisfy { !$0.properties.isIdeographic && $0.value < 0x2E80 }
      && !heading.utf8.contains { 0x30...0x39 ~= $0 }
  }

  /// A heading without the number at its end, and a letter behind that: `Table 1`, `Fig. 2b`; `nil` where it has none.
  private static func withoutNumber(_ heading: String) -> String? {
    var rest = heading.unicodeScalars[...]
    if let last = rest.last, last.properties.isAlphabetic, let before = rest.dropLast().last, isDigit(before) {
      rest.removeLast()
    }
    guard let last = rest.last, isDigit(last) else { return nil }
    while let last = rest.last, isDigit(last) || last == "." || last.properties.isWhitespace { rest.removeLast() }
    return rest.isEmpty ? nil : String(rest)
  }

  /// A heading without the number before it, which says where it stands and not what it is about: `1. Ice`, `2) Fish`.
  static func withoutPlace(_ heading: String) -> String {
    let digits = heading.unicodeScalars.prefix(while: isDigit)
    let rest = heading.unicodeScalars[digits.endIndex...]
    guard (1...2).contains(digits.count), rest.first == "." || rest.first == ")",
      rest.dropFirst().first?.properties.isWhitespace == true
    else { return heading }
    let subject = String(rest.dropFirst().drop { $0.properties.isWhitespace })
    return subject.unicodeScalars.contains { $0.properties.isAlphabetic } ? subject : heading
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}
