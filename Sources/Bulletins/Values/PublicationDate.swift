/// A day of the Gregorian calendar that exists, or a longer time of which the first day is one.
public struct PublicationDate: Hashable, Sendable, CustomStringConvertible {
  // Narrow, since every issue of a large archive has several.
  private let storedYear: Int16
  private let storedMonth, storedDay, storedCode: UInt8

  /// The year, from 1 to 9999.
  public var year: Int { Int(storedYear) }
  /// The month, from 1 to 12; the first one of a longer time.
  public var month: Int { Int(storedMonth) }
  /// The day of the month, from 1; the first one of a longer time.
  public var day: Int { Int(storedDay) }
  /// How much is known.
  public var precision: Precision { Precision(code: code) ?? .day }
  /// A number for the precision, which grows with the time that it stands for.
  var code: Int { Int(storedCode) }

  /// How long a time a date names.
  public enum Precision: Hashable, Sendable {
    case day, month, quarter, year
    /// Some months that follow each other, up to one that may be in the next year.
    case months(through: Int)
    /// A season of three months, of which the last may be in the next year by its name.
    case season(untilNextYear: Bool)
  }

  /// `nil` when the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...PublicationDate.days(in: month, of: year)).contains(day)
    else { return nil }
    self.init(known: year, month, day, .day)
  }

  private init(known year: Int, _ month: Int, _ day: Int, _ precision: Precision) {
    storedYear = Int16(truncatingIfNeeded: year)
    storedMonth = UInt8(truncatingIfNeeded: month)
    storedDay = UInt8(truncatingIfNeeded: day)
    storedCode = UInt8(truncatingIfNeeded: precision.code)
  }

  /// A longer time, which begins with a month; `nil` where none of that kind does.
  public init?(year: Int, month: Int = 1, _ precision: Precision) {
    let begins =
      switch precision {
      case .day: false
      case .month: true
      case .months(let last): (1...12).contains(last) && last != month && (last > month || year < 9999)
      case .quarter: month % 3 == 1
      case .season(let untilNextYear): month % 3 == 0 && (!untilNextYear || month == 12 && year < 9999)
      case .year: month == 1
      }
    guard begins, (1...9999).contains(year), (1...12).contains(month) else { return nil }
    self.init(known: year, month, 1, precision)
  }

  /// The first day that can be written.
  public static let first = PublicationDate(known: 1, 1, 1, .day)

  /// Whether it is a day and nothing longer.
  public var isDay: Bool { code == Precision.day.code }

  /// Whether print has a name for it, a quarter's or a season's, of which there are several.
  var isNamed: Bool {
    switch precision {
    case .quarter, .season: true
    case .day, .month, .months, .year: false
    }
  }

  /// The first day of the time. A winter that is told by one year may be the one that the year begins with.
  public var firstDay: PublicationDate {
    if isDay { return self }
    let isWinter = precision == .season(untilNextYear: false) && month == 12
    return PublicationDate(year: year, month: isWinter ? 1 : month, day: 1) ?? self
  }

  /// The last day of the time.
  var lastDay: PublicationDate {
    let months: Int
    switch precision {
    case .day: return self
    case .month: months = 0
    case .months(let last): months = last - month + (last < month ? 12 : 0)
    case .quarter, .season: months = 2
    case .year: months = 11
    }
    let (year, month) = (year + (month - 1 + months) / 12, (month - 1 + months) % 12 + 1)
    return PublicationDate(year: year, month: month, day: PublicationDate.days(in: month, of: year)) ?? self
  }

  /// The same time in another year; `nil` where it has no such day.
  func moved(to year: Int) -> PublicationDate? {
    isDay
      ? PublicationDate(year: year, month: month, day: day) : PublicationDate(year: year, month: month, precision)
  }

  /// How many days a month has.
  public static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension PublicationDate: Comparable {
  /// By time; of two that begin together, the shorter one comes first.
  public static func < (a: PublicationDate, b: PublicationDate) -> Bool {
    if (a.year, a.month, a.day) != (b.year, b.month, b.day) {
      return (a.year, a.month, a.day) < (b.year, b.month, b.day)
    }
    return a.code < b.code
  }
}
