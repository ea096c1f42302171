import Languages
import Text

/// A date with its year in front, which leaves no doubt: `2010-02-11`, `2010-2-11 20:25`, `2010/02/11`, `2010-02`.
enum ISODate {
  /// Reads a date with or without a time behind its day; `nil` for a text of another form.
  static func read(_ text: String) -> Result<PublicationDate, PublicationDate.Problem>? {
    guard text.utf8.first?.isASCIIDigit == true else { return nil }
    let bytes = Array(text.utf8)
    guard let (printed, end) = day(bytes) else { return month(bytes) ?? longerTime(bytes) ?? inOneFigure(bytes) }
    if end < bytes.count, !isTime(bytes[end...]) { return .failure(.unreadable) }
    return PublicationDate.checked(printed, in: nil)
  }

  /// The day at the start of a file's name without its ending, and how many bytes it takes there: `2010-02-11-anything`,
  /// `2010_2_11`, `20100211`.
  static func inFileName(_ name: Substring) -> (date: PublicationDate, length: Int)? {
    let figure = Array(name.utf8.prefix { $0.isASCIIDigit })
    let joint = name.utf8.dropFirst(figure.count).first
    if joint.map("-_. ".utf8.contains) ?? true, case .success(let date)? = inOneFigure(figure) {
      return (date, figure.count)
    }
    var numbers: [Int] = []
    var length = 0
    var rest = name.utf8
    for mostDigits in [4, 2, 2] {
      let digits = rest.prefix { $0.isASCIIDigit }
      guard !digits.isEmpty, digits.count <= mostDigits, let number = Int(Substring(digits)) else { return nil }
      numbers.append(number)
      rest = rest.dropFirst(digits.count)
      length += digits.count
      if numbers.count == 3 { break }
      guard let joint = rest.popFirst(), "-_.".utf8.contains(joint) else { return nil }
      length += 1
    }
    guard numbers[0] >= 1000 else { return nil }
    // `2024-05-2x` leaves the second figure of the day open.
    if length < 10, rest.first?.isASCIILetter ?? false { return nil }
    return PublicationDate(year: numbers[0], month: numbers[1], day: numbers[2]).map { ($0, length) }
  }

  /// A year, a month and a day with one mark between them, and where they end.
  private static func day(_ bytes: Bytes) -> (PrintedDate, end: Int)? {
    guard let year = number(bytes, 0, digits: 4...4), year.end < bytes.count else { return nil }
    let mark = bytes[year.end]
    guard mark == UInt8(ascii: "-") || mark == UInt8(ascii: "/") || mark == UInt8(ascii: "."),
      let month = number(bytes, year.end + 1, digits: 1...2), month.end < bytes.count, bytes[month.end] == mark,
      let day = number(bytes, month.end + 1, digits: 1...2)
    else { return nil }
    return (PrintedDate(year: year.value, .day(month: month.value, day: day.value)), day.end)
  }

  /// A year and a month, or, as ISO 8601 numbers them, a season or a quarter. Behind a slash, two figures that no later year
  /// can be, nor a number of one: `2024/03`, but not `2002/03` and `2024/2`.
  private static func month(_ bytes: Bytes) -> Result<PublicationDate, PublicationDate.Problem>? {
    guard let year = number(bytes, 0, digits: 4...4), year.end < bytes.count,
      let part = number(bytes, year.end + 1, digits: 1...2), part.end == bytes.count
    else { return nil }
    let isMonth = (1...12).contains(part.value) && part.value <= year.value % 100 && part.end - year.end == 3
    guard bytes[year.end] == UInt8(ascii: "-") || bytes[year.end] == UInt8(ascii: "/") && isMonth else { return nil }
    let span: PrintedDate.Span =
      switch part.value {
      case 21...24: .season(part.value - 20, untilNextYear: false)
      case 33...36: .quarter(part.value - 32)
      default: .month(part.value)
      }
    return PublicationDate.checked(PrintedDate(year: year.value, span), in: nil)
  }

  /// Two months with a slash between: `2010-03/2010-04`.
  private static func longerTime(_ bytes: Bytes) -> Result<PublicationDate, PublicationDate.Problem>? {
    guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")),
      case .success(let first)? = month(Array(bytes[..<slash])),
      case .success(let last)? = month(Array(bytes[(slash + 1)...])), first.precision == .month,
      last.precision == .month
    else { return nil }
    return PublicationDate.checked(
      PrintedDate(year: first.year, .months(first.month, through: last.month, of: last.year)), in: nil)
  }

  /// `20100211`, as file systems and other programs write days.
  private static func inOneFigure(_ bytes: Bytes) -> Result<PublicationDate, PublicationDate.Problem>? {
    guard bytes.count == 8, let figure = number(bytes, 0, digits: 8...8)?.value, figure >= 1000_00_00 else {
      return nil
    }
    return PublicationDate(year: figure / 10_000, month: figure / 100 % 100, day: figure % 100).map { .success($0) }
  }

  /// A number of so many digits, and where it ends.
  static func number(_ bytes: Bytes, _ start: Int, digits: ClosedRange<Int>) -> (value: Int, end: Int)? {
    guard start < bytes.count else { return nil }
    let end = bytes[start...].prefix(digits.upperBound + 1).firstIndex { !$0.isASCIIDigit } ?? bytes.count
    guard digits.contains(end - start) else { return nil }
    return (bytes[start..<end].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }, end)
  }

  /// Whether a text behind a day is a time, perhaps with its zone: ` 14:30`, `T14:30:00.000Z`, ` 14:30:00 +0100`.
  ///
  /// It is read over, so that a slip in it (` 14::30`, a zone of 17 hours) leaves no doubt about the day.
  static func isTime(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count > 3, text.count <= 40,
      text.first == UInt8(ascii: "T") || text.first == UInt8(ascii: "t") || text.first == 0x20
    else { return false }
    let words = text.dropFirst().split(separator: 0x20)
    guard let time = words.first, words.count <= 3 else { return false }
    let hour = time.prefix(while: \.isASCIIDigit)
    guard (1...2).contains(hour.count), hour.endIndex < time.endIndex, time[hour.endIndex] == UInt8(ascii: ":"),
      isOfTime(time, letters: 4)
    else { return false }
    // `+0100`, `Z`, `UTC`, `PM`: of words, one.
    let zone = words.dropFirst()
    return zone.allSatisfy { isOfTime($0, letters: 5) && !isWord($0) }
      && zone.count { $0.contains(where: \.isASCIILetter) } <= 1
  }

  /// Whether small letters are more than what is written behind an hour: `am`, `p.m.`, `z`, but not `maybe`.
  private static func isWord(_ word: ArraySlice<UInt8>) -> Bool {
    word.count { $0.isASCIILetter && $0 & 0x20 != 0 } > 2
  }

  /// Whether a word has figures, what stands between them, and a few letters.
  private static func isOfTime(_ word: ArraySlice<UInt8>, letters: Int) -> Bool {
    var count = 0
    for byte in word {
      if byte.isASCIILetter { count += 1 } else if !byte.isASCIIDigit && !":.,+-".utf8.contains(byte) { return false }
    }
    return count <= letters
  }
}

extension PublicationDate {
  /// A day that is written with its year in front, as `2010-02-11`; `nil` for anything else.
  public init?(iso text: String) {
    guard case .success(let date)? = ISODate.read(text), date.isDay else { return nil }
    self = date
  }
}
