import Languages
import Text

/// What a number line begins with: `No. 23 (99)`, `Vol. 12, No. 3`, `第3号`, or what stands in the place of a number.
struct MastheadNumbers {
  /// The languages whose words were found.
  private(set) var languages: [Language] = []
  /// The number as it is printed, not yet understood.
  private(set) var number: String?
  /// The number of the volume.
  private(set) var volume: String?
  /// The year that stands before the number's sign.
  private(set) var year: Int?
  /// What is printed in the place of a number: `Special Issue`.
  private(set) var special: String?
  /// What stands in brackets behind the number, with the bracket where none closes it.
  private(set) var cumulative: (text: String, isClosed: Bool)?
  /// What stands behind that and is none of these.
  private(set) var unread: String?
  /// Whether its words are such as sentences use, too, so that they count only before a separator.
  private(set) var needsSeparator = false

  private var rest: Substring.UTF8View
  private let candidates: [Language]

  /// Reads the part of a line before its first separator; `nil` where it does not begin as a number line does.
  static func read(_ text: Substring, in languages: KnownLanguages) -> MastheadNumbers? {
    MastheadNumbers(text, in: languages.own) ?? MastheadNumbers(text, in: languages.others)
  }

  /// A number as editors copy it, without its sign: `70` for `№ 70`.
  static func withoutSign(_ text: String, in languages: KnownLanguages) -> String {
    if text.utf8.first?.isASCIIDigit == true { return text }
    return read(text[...], in: languages)?.number ?? text
  }

  private init?(_ text: Substring, in candidates: [Language]) {
    rest = text.utf8
    self.candidates = candidates
    if takeSpecial() { return }
    takeYear()
    while number == nil, takeNumber() || takeVolume() || takeCounted() { skipJoint() }
    guard number != nil || volume != nil else { return nil }
    takeVolumeBehindNumber()
    takeCumulative()
    if number == nil, !rest.isEmpty { unread = String(Substring(rest)).trimmed }
  }

  private mutating func takeSpecial() -> Bool {
    languages = candidates.filter { $0.masthead.special.match(rest) != nil }
    guard !languages.isEmpty else { return false }
    special = String(Substring(rest)).trimmed
    needsSeparator = true
    return true
  }

  /// `2024年` before the sign of the number.
  private mutating func takeYear() {
    let digits = rest.prefix(while: \.isASCIIDigit)
    guard digits.count == 4, let year = Int(Substring(digits)) else { return }
    let behind = rest.dropFirst(4)
    guard let word = candidates.firstWord({ $0.yearBefore }, behind) else { return }
    self.year = year
    rest = behind.dropFirst(word.utf8.count).drop { $0 == 0x20 }
  }

  /// A sign with a number, which is that of a volume where the word behind it says so.
  private mutating func takeNumber() -> Bool {
    guard let match = takeSign({ $0.number }, before: { $0.beginsNumber ? $0 : nil }) ?? takeTwoSigns() else {
      return false
    }
    rest = match.rest
    let digits = rest.prefix(while: \.isASCIIDigit)
    let (figures, length) =
      digits.isEmpty
      ? (HanNumber.prefix(of: rest) ?? "", HanNumber.length(in: rest)) : (String(Substring(digits)), digits.count)
    let behind = rest.dropFirst(length)
    if let word = candidates.firstWord({ $0.volumeBehind }, behind) {
      volume = figures
      rest = behind.dropFirst(word.utf8.count)
      return true
    }
    needsSeparator = needsSeparator || match.isWord
    let (end, next) = takeEndOfNumber()
    let text = withoutCounter(String(Substring(rest[..<end])).trimmed)
    rest = rest[next...]
    number = HanNumber.figures(text) ?? candidates.joined(text)
    return true
  }

  /// `No. 3, Vol. 12`
  private mutating func takeVolumeBehindNumber() {
    if number != nil, volume == nil { _ = takeVolume() }
  }

  /// Where the number ends that the rest begins with, at a bracket or before its volume, `3, Vol. 12`, and where the rest
  /// goes on; a year behind it is taken: `3, 2024`.
  private mutating func takeEndOfNumber() -> (end: Substring.UTF8View.Index, next: Substring.UTF8View.Index) {
    let end = rest.firstIndex(of: UInt8(ascii: "(")) ?? rest.endIndex
    guard let comma = rest[..<end].firstIndex(of: UInt8(ascii: ",")) else { return (end, end) }
    let number = Int(Substring(rest.prefix(while: \.isASCIIDigit)))
    // `1984, 1985` are two numbers.
    if let figures = IssueNumber.year(String(Substring(rest[comma..<end].dropFirst())).trimmed[...]),
      number.map({ $0 + 1 != figures }) ?? true
    {
      year = year ?? figures
      return (comma, end)
    }
    guard volume == nil else { return (end, end) }
    var behind = self
    behind.rest = rest[comma...].dropFirst().drop { $0 == 0x20 }
    return behind.takeVolume() ? (comma, comma) : (end, end)
  }

  /// A number behind that of its volume that has no sign before it: the `3号` of `12巻3号`.
  private mutating func takeCounted() -> Bool {
    let digits = rest.prefix(while: \.isASCIIDigit)
    let behind = rest.dropFirst(digits.count)
    guard volume != nil, !digits.isEmpty, let word = candidates.firstWord({ $0.numberBehind }, behind) else {
      return false
    }
    number = String(Substring(digits))
    rest = behind.dropFirst(word.utf8.count)
    return true
  }

  /// A number without the word behind it: `3` for `3号`.
  private func withoutCounter(_ text: String) -> String {
    guard text.utf8.last?.isASCIIDigit == false else { return text }
    let lower = text.lowercased()
    for word in candidates.flatMap(\.masthead.numberBehind) where lower.hasSuffix(word) {
      return String(text.dropLast(word.count)).trimmed
    }
    return text
  }

  /// `Issue No. 12`
  private mutating func takeTwoSigns() -> Signs.Match? {
    takeSign(
      { $0.number },
      before: { [candidates] in
        for language in candidates {
          if let match = language.masthead.number.match($0), match.rest.beginsNumber { return match.rest }
        }
        return nil
      })
  }

  /// A volume: its sign with a number that may be Roman, or `12. Jahrgang`.
  private mutating func takeVolume() -> Bool {
    guard volume == nil else { return false }
    if let match = takeSign({ $0.volume }, before: { $0.beginsNumber || $0.beginsRomanNumber ? $0 : nil }) {
      rest = match.rest
      let word = rest.prefix { $0 != 0x20 && !",;:(".utf8.contains($0) }
      volume = String(Substring(word))
      rest = rest.dropFirst(word.count)
      takeNumberBehindColon()
    } else {
      let figures = rest.prefix(while: \.isASCIIDigit)
      // `XII. ročník`
      let roman = rest.prefix { "IVXLCDM".utf8.contains($0) }
      let digits = rest.dropFirst(roman.count).first == UInt8(ascii: ".") ? roman : figures
      // `12. Jahrgang`, `12e jaargang`
      let ending = rest.dropFirst(digits.count).prefix(while: \.isASCIILetter)
      let behind = rest.dropFirst(digits.count + (ending.count < 3 ? ending.count : 0))
        .drop { $0 == UInt8(ascii: ".") || $0 == 0x20 }
      guard !digits.isEmpty, let word = candidates.firstWord({ $0.volumeBehind }, behind) else { return false }
      languages += candidates.filter { $0.masthead.volumeBehind.contains(word) }
      volume = String(Substring(digits))
      rest = behind.dropFirst(word.utf8.count)
    }
    needsSeparator = true
    takeBracketBehindVolume()
    return true
  }

  /// `Vol. 12:3`
  private mutating func takeNumberBehindColon() {
    guard rest.first == UInt8(ascii: ":"), rest.dropFirst().first?.isASCIIDigit == true else { return }
    let word = rest.dropFirst().prefix { $0 != 0x20 && !",;(".utf8.contains($0) }
    number = String(Substring(word))
    rest = rest.dropFirst(1 + word.count)
  }

  /// `Vol. 3 (2024), No. 2` and `Vol. 3(2)`: what stands in brackets behind a volume is its year or the number.
  private mutating func takeBracketBehindVolume() {
    let open = rest.drop { $0 == 0x20 }
    guard open.first == UInt8(ascii: "("), let close = open.firstIndex(of: UInt8(ascii: ")")) else { return }
    let (inside, behind) = (open[..<close].dropFirst(), open[close...].dropFirst())
    if let figures = IssueNumber.year(Substring(inside)) {
      if year == nil { year = figures }
    } else if IssueNumber(String(Substring(inside))) != nil, behind.allSatisfy({ $0 == 0x20 }) {
      number = String(Substring(inside))
    } else {
      return
    }
    rest = behind
  }

  /// What stands in brackets behind the number.
  private mutating func takeCumulative() {
    skip(" ")
    guard number != nil, rest.first == UInt8(ascii: "(") else { return }
    let inside = rest.dropFirst()
    if let close = inside.firstIndex(of: UInt8(ascii: ")")) {
      let words = inside[..<close]
      // `No. 3 (Special Issue)`
      if candidates.contains(where: { $0.masthead.special.match(words)?.rest.isEmpty == true }) {
        special = String(Substring(words)).trimmed
      } else {
        cumulative = (withoutWords(words), true)
      }
      takeBehindCumulative(inside[inside.index(after: close)...].drop { " ,.".utf8.contains($0) })
    } else {
      cumulative = (String(Substring(rest)), false)
    }
  }

  /// What stands behind the bracket: the year, as in `Nr 2 (24)/2026`, or the volume, as in
  /// `Nr 3 (53), rok XII`.
  private mutating func takeBehindCumulative(_ behind: Substring.UTF8View) {
    if behind.isEmpty { return }
    let figures = behind.first == UInt8(ascii: "/") ? behind.dropFirst().drop { $0 == 0x20 } : behind
    if let figures = IssueNumber.year(Substring(figures)) {
      year = year ?? figures
      return
    }
    rest = behind
    if !takeVolume() || !rest.isEmpty { unread = String(Substring(behind)) }
  }

  /// A cumulative number without what says that it is one: `53` for `whole no. 53` and `通巻第53号`.
  private func withoutWords(_ text: Substring.UTF8View) -> String {
    if text.first?.isASCIIDigit == true { return ordinal(text) ?? String(Substring(text)) }
    var rest = text
    if let word = candidates.firstWord({ $0.cumulative }, rest) {
      rest = rest.dropFirst(word.utf8.count).drop { " .:".utf8.contains($0) }
    }
    for language in candidates {
      if let match = language.masthead.number.match(rest), match.rest.beginsNumber {
        rest = match.rest
        break
      }
    }
    let number = withoutCounter(String(Substring(rest)).trimmed)
    return IssueNumber(number) == nil ? String(Substring(text)) : number
  }

  /// The figures of `53rd issue` and `53. wydanie`; `nil` for other texts.
  private func ordinal(_ text: Substring.UTF8View) -> String? {
    let figures = text.prefix(while: \.isASCIIDigit)
    let ending = text.dropFirst(figures.count).prefix { $0 != 0x20 }
    let word = text.dropFirst(figures.count + ending.count + 1)
    guard ending.count < 4, !word.isEmpty, !ending.contains(where: \.isASCIIDigit),
      candidates.contains(where: { $0.masthead.number.match(word)?.rest.isEmpty == true })
    else { return nil }
    return String(Substring(figures))
  }

  /// The first sign that is found; all languages that have one are remembered.
  ///
  /// - Parameter number: The number at the beginning of what stands behind a sign.
  private mutating func takeSign(
    _ signs: (MastheadWords) -> Signs, before number: (Substring.UTF8View) -> Substring.UTF8View?
  ) -> Signs.Match? {
    var found: Signs.Match?
    for language in candidates {
      guard let match = signs(language.masthead).match(rest), let rest = number(match.rest) else { continue }
      languages.append(language)
      // The number begins at one place, whichever sign stands before it.
      if found == nil { found = Signs.Match(rest: rest, isWord: match.isWord) }
    }
    return found
  }

  /// Passes over what stands between a volume and a number.
  private mutating func skipJoint() {
    skip(" ,;")
    if number == nil, volume != nil {
      let text = Substring(rest)
      let isDash = ["–", "—"].contains { text.hasPrefix($0) }
      if isDash || ":/-".utf8.contains(rest.first ?? 0) { rest = text.dropFirst().utf8 }
      skip(" ")
    }
  }

  private mutating func skip(_ marks: String) { rest = rest.drop { marks.utf8.contains($0) } }
}
