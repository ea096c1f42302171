import Text

/// The number of an issue, or the numbers of a double one: `23`, `45–46`, `4/5`, and `23S` for what goes with number 23.
public struct IssueNumber: Hashable, Sendable, CustomStringConvertible {
  /// As printed, without a year.
  public let description: String
  /// The letters behind the number.
  public let suffix: String
  // Narrow, since each issue of a large archive has two numbers of at most nine digits.
  private let storedFirst, storedLast: Int32
  /// 0 where there is none.
  private let storedYear: Int16

  /// The first number.
  public var first: Int { Int(storedFirst) }
  /// The last number, the same as the first but in a double issue.
  public var last: Int { Int(storedLast) }
  /// The year that is printed with the number, as in `5/2024`.
  public var year: Int? { storedYear == 0 ? nil : Int(storedYear) }

  /// Reads one number, perhaps with letters behind it or with its year, or two that ascend, with a hyphen, a dash or a
  /// slash between; `nil` for anything else.
  public init?(_ text: String) {
    if let number = IssueNumber.digits(text.utf8[...]) {
      self.init(number, number, printed: text)
      return
    }
    let text = text.trimmed
    let parts = text.split(omittingEmptySubsequences: false) { IssueNumber.separators.contains($0) }
    if parts.count == 3 {
      self.init(doubleWithYear: text)
      return
    }
    guard parts.count == 2 else {
      if let double = IssueNumber(withComma: text) { self = double } else { self.init(suffixed: text) }
      return
    }
    let (left, right) = (String(parts[0]).trimmed, String(parts[1]).trimmed)
    guard let last = IssueNumber.digits(right.utf8[...]) else {
      self.init(suffixed: text)
      return
    }
    if IssueNumber.isYear(right, last), left.utf8.count <= 3 || left.utf8.last?.isASCIILetter == true {
      self.init(left, of: last)
      return
    }
    guard let first = IssueNumber.digits(left.utf8[...]) else { return nil }
    if IssueNumber.isYear(left, first), right.utf8.count <= 3 {
      self.init(right, of: first)
      return
    }
    guard first < last, last - first < IssueNumber.mostNumbers else { return nil }
    self.init(first, last, printed: text)
  }

  /// Two numbers that follow each other with a comma between: `5, 6`, but not `1,234`.
  private init?(withComma text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard parts.count == 2, let first = IssueNumber.digits(Substring(parts[0]).utf8),
      let last = IssueNumber.digits(Substring(String(Substring(parts[1])).trimmed).utf8), last == first + 1
    else { return nil }
    self.init(first, last, printed: "\(first)–\(last)")
  }

  /// The numbers of a double issue with their year: `4–5/2024`, `4/5/2024`, `2024/4-5`.
  private init?(doubleWithYear text: String) {
    func isSlash(_ at: String.Index) -> Bool { text[at] == "/" }
    guard let first = text.firstIndex(where: IssueNumber.separators.contains),
      let last = text.lastIndex(where: IssueNumber.separators.contains)
    else { return nil }
    let (front, end) = (String(text[..<first]).trimmed, String(text[text.index(after: last)...]).trimmed)
    if isSlash(last), let year = IssueNumber.digits(end.utf8[...]), IssueNumber.isYear(end, year) {
      self.init(String(text[..<last]).trimmed, of: year)
    } else if isSlash(first), let year = IssueNumber.digits(front.utf8[...]), IssueNumber.isYear(front, year) {
      self.init(String(text[text.index(after: first)...]).trimmed, of: year)
    } else {
      return nil
    }
  }

  private init(_ first: Int, _ last: Int, printed: String, suffix: String = "", year: Int? = nil) {
    storedFirst = Int32(clamping: first)
    storedLast = Int32(clamping: last)
    self.suffix = suffix
    storedYear = Int16(clamping: year ?? 0)
    description = printed
  }

  /// A number with letters right behind it, `23S`, or apart from it: `23 A`, `23/S`, `23 bis`.
  private init?(suffixed text: String) {
    let figures = text.utf8.prefix(while: \.isASCIIDigit)
    let rest = text[figures.endIndex...]
    let apart = rest.drop { " -/".contains($0) }
    let letters = apart.last == "." ? apart.dropLast() : apart
    let isWord = IssueNumber.suffixes.contains(letters.lowercased())
    // Letters without an address of their own would have that of the number.
    guard let number = IssueNumber.digits(figures), isWord || IssueNumber.isSuffix(rest, apart),
      Slug(of: String(letters)) != nil
    else { return nil }
    self.init(number, number, printed: text, suffix: String(letters))
  }

  /// Whether letters may stand behind a number: up to four right behind it, or a capital apart from it; but none that stands
  /// for a digit, as in `1O`, and no `º`.
  private static func isSuffix(_ rest: Substring, _ apart: Substring) -> Bool {
    guard apart.allSatisfy({ $0.isCased && !"ªº".contains($0) }) else { return false }
    if apart.count == 1, let letter = apart.first {
      return !"OolОо".contains(letter) && (apart.startIndex == rest.startIndex || letter.isUppercase)
    }
    return apart.startIndex == rest.startIndex && (2...4).contains(apart.count)
  }

  /// What is printed behind the number of an issue that goes with another one, in small letters.
  private static let suffixes: Set<String> = [
    "bis", "ter", "quater", "sup", "supl", "suppl", "supplement", "supplément",
  ]

  /// A number that is printed with its year.
  private init?(_ text: String, of year: Int) {
    guard let number = IssueNumber(text), number.year == nil else { return nil }
    self.init(number.first, number.last, printed: number.description, suffix: number.suffix, year: year)
  }

  /// The first of two numbers that are printed like those of a double issue, where the last one is the year in short:
  /// `5/24` in 2024. Double issues of so many numbers are not printed.
  func withShortYear(of year: Int) -> IssueNumber {
    guard description.utf8.contains(UInt8(ascii: "/")), last == year % 100, last - first > 5 else { return self }
    return IssueNumber(first, first, printed: String(first), year: year)
  }

  /// The same number with a year that is printed elsewhere, unless it has one.
  func with(year: Int?) -> IssueNumber {
    year == nil || self.year != nil ? self : IssueNumber(first, last, printed: description, suffix: suffix, year: year)
  }

  /// The number without the year that is printed with it.
  var withoutYear: IssueNumber {
    year == nil ? self : IssueNumber(first, last, printed: description, suffix: suffix)
  }

  /// The number as it stands in an address: `23`, `45-46`, `23s`.
  public var address: String {
    (first == last ? "\(first)" : "\(first)-\(last)") + (Slug(of: suffix)?.description ?? "")
  }

  private static func digits(_ text: Substring.UTF8View) -> Int? {
    text.count <= 9 && text.allSatisfy(\.isASCIIDigit) ? Int(Substring(text)) : nil
  }

  /// The year that a text is; `nil` for another text.
  static func year(_ text: Substring) -> Int? {
    guard let number = digits(text.utf8), isYear(String(text), number) else { return nil }
    return number
  }

  private static func isYear(_ digits: String, _ number: Int) -> Bool {
    digits.utf8.count == 4 && (1500...2199).contains(number)
  }

  /// What stands between the two numbers of a double issue.
  static let separators: Set<Character> = ["-", "–", "—", "‑", "‒", "−", "/", "&", "・"]

  /// What joins more numbers than that is no double issue: `12/340` is a number and one that counts on.
  private static let mostNumbers = 100
}
