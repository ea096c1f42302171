/// A day of the Gregorian calendar that exists.
public struct PublicationDate: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The year, from 1 to 9999.
  public let year: Int
  /// The month, from 1 to 12.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// `nil` when the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...PublicationDate.days(in: month, of: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The first day that can be written.
  public static let first = PublicationDate(firstOfYear: 1)

  private init(firstOfYear year: Int) {
    self.year = year
    (month, day) = (1, 1)
  }

  /// How many days a month has.
  public static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// ISO 8601: `2010-02-11`.
  public var description: String { written(with: UInt8(ascii: "-")) }

  /// The same with another character between the numbers, as citation tags want it: `2010/02/11`.
  public func written(with separator: UInt8) -> String {
    // Ten bytes, each of them written: a day is printed several times on each page.
    unsafe String(unsafeUninitializedCapacity: 10) { digits in
      func put(_ number: Int, from start: Int, to end: Int) {
        var rest = number
        for place in (start..<end).reversed() {
          unsafe digits[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
          rest /= 10
        }
      }
      put(year, from: 0, to: 4)
      unsafe digits[4] = separator
      put(month, from: 5, to: 7)
      unsafe digits[7] = separator
      put(day, from: 8, to: 10)
      return 10
    }
  }

  /// Days since 1 January 1970.
  public var daysSince1970: Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The day that is so many days after 1 January 1970; `nil` before the year 1 and after 9999.
  public init?(daysSince1970 days: Int) {
    guard (-719_162...2_932_896).contains(days) else { return nil }
    // The inverse of `daysSince1970`, in years that begin in March.
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    self.init(
      year: yearOfEra + era * 400 + (month < 10 ? 0 : 1), month: month < 10 ? month + 3 : month - 9,
      day: dayOfYear - (153 * month + 2) / 5 + 1)
  }

  /// By time.
  public static func < (a: PublicationDate, b: PublicationDate) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }
}
