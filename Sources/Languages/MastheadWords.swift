import Text

/// The words that a masthead is told by, in lower case and without a full stop behind them.
public struct MastheadWords: Sendable {
  /// What stands before the number: `no`, `nr`, `№`.
  public let number: Signs
  /// What may stand behind the number: `号`.
  public let numberBehind: [String]
  /// What stands before the number of a volume: `vol`.
  public let volume: Signs
  /// What may stand behind the number of a volume: `jahrgang`.
  public let volumeBehind: [String]
  /// What may stand between a year and the sign of the number: `年`.
  public let yearBefore: [String]
  /// What is printed in the place of a number: `special issue`.
  public let special: Signs
  /// What may stand before the number in brackets, which counts from the beginning of the series: `通巻`.
  public let cumulative: [String]
  /// What stands before the names of editors, without the colon.
  public let editors: Set<String>
  /// What else stands before the name of whoever makes an issue, and says what they do: `layout`, `korekta`.
  public let roles: Set<String>
  /// What may stand before an abstract: `summary`.
  public let abstract: Set<String>
  /// What a line about the print begins with, one word or two, which names no editor: `printed`, `on behalf`.
  public let imprint: Set<String>
  /// The first words of those that are two: of other lines, nobody asks for the second.
  public let imprintBeginnings: Set<String>
  /// What a line begins with that says that the text is not to be out: `embargo`, `not for publication`.
  public let unpublished: [String]

  /// What may stand between a title and its byline and says what the text is: `opinion`.
  public let kickers: Set<String>

  /// No words, unless they are given, in any case.
  public init(
    number: [String] = [], numberBehind: [String] = [], volume: [String] = [], volumeBehind: [String] = [],
    yearBefore: [String] = [], special: [String] = [], cumulative: [String] = [], editors: [String] = [],
    roles: [String] = [], abstract: [String] = [], imprint: [String] = [], unpublished: [String] = [],
    kickers: [String] = []
  ) {
    self.number = Signs(number)
    self.numberBehind = numberBehind.map { $0.lowercased() }
    self.volume = Signs(volume)
    self.volumeBehind = volumeBehind.map { $0.lowercased() }
    self.yearBefore = yearBefore.map { $0.lowercased() }
    self.special = Signs(special)
    self.cumulative = cumulative.map { $0.lowercased() }
    self.editors = Set(editors.map { $0.lowercased() })
    self.roles = Set(roles.map { $0.lowercased() })
    self.abstract = Set(abstract.map { $0.lowercased() })
    self.imprint = Set(imprint.map { $0.lowercased() })
    imprintBeginnings = Set(
      self.imprint.compactMap { phrase in phrase.firstIndex(of: " ").map { String(phrase[..<$0]) } })
    self.unpublished = unpublished.map { $0.lowercased() }
    self.kickers = Set((special + kickers).map { $0.lowercased() })
  }
}

/// Words that a text may begin with, compared byte by byte: every file of an archive is asked for them.
public struct Signs: Sendable {
  private struct Sign {
    let bytes: [UInt8]
    /// Whether it is one letter, which is no sign without a stop or a blank behind it.
    let isLetter: Bool
    /// Whether it is a word that sentences use, too.
    let isWord: Bool

    func begins(_ text: Substring.UTF8View) -> Bool {
      text.starts(with: bytes, by: { $0 == $1 || $0.isASCIILetter && $0 | 0x20 == $1 })
    }
  }

  private let signs: [Sign]
  /// Whether a sign begins with a byte.
  private let firstBytes: [Bool]

  /// A text's beginning that is a sign.
  public struct Match: Sendable {
    /// What stands behind the sign, its stop and blanks.
    public let rest: Substring.UTF8View
    /// Whether the sign is a word that sentences use, too.
    public let isWord: Bool

    /// A match with what stands behind it.
    public init(rest: Substring.UTF8View, isWord: Bool) {
      self.rest = rest
      self.isWord = isWord
    }
  }

  init(_ words: [String]) {
    var signs: [Sign] = []
    // The longest first, so that none hides one that it begins.
    for word in words.filter({ !$0.isEmpty }).sorted(by: { ($1.utf8.count, $0) < ($0.utf8.count, $1) }) {
      let lower = word.lowercased()
      let capitalized = lower.prefix(1).uppercased() + lower.dropFirst()
      // In the letters of ASCII, the case is passed over where texts are compared; all capitals are one form more.
      for form in Set([lower, capitalized.lowercasedASCII, lower.uppercased().lowercasedASCII]).sorted() {
        let isLetter = form.count == 1 && form.first?.isLetter == true && (form.utf8.first ?? 0xFF) < 0xE0
        signs.append(Sign(bytes: Array(form.utf8), isLetter: isLetter, isWord: form.count > 3))
      }
    }
    self.signs = signs
    var firstBytes = [Bool](repeating: false, count: 256)
    for sign in signs {
      firstBytes[Int(sign.bytes[0])] = true
      if sign.bytes[0].isASCIILetter { firstBytes[Int(sign.bytes[0] & 0xDF)] = true }
    }
    self.firstBytes = firstBytes
  }

  /// The sign with which a text begins.
  public func match(_ text: Substring.UTF8View) -> Match? {
    guard let first = text.first, firstBytes[Int(first)] else { return nil }
    for sign in signs where sign.begins(text) {
      let behind = text.dropFirst(sign.bytes.count)
      let rest = behind.drop { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") || $0 == 0x20 }
      if sign.isLetter, rest.startIndex == behind.startIndex { continue }
      return Match(rest: rest, isWord: sign.isWord)
    }
    return nil
  }
}

extension String {
  /// The text with the letters of ASCII in lower case.
  fileprivate var lowercasedASCII: String {
    String(decoding: utf8.map { $0.isASCIILetter ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}
