import Foundation
import Text

/// Dates as RSS writes them, RFC 822 with years of four digits, in one time zone.
public struct FeedDate: Sendable {
  private let zone: TimeZone

  /// Dates in a zone of the IANA database, such as `Europe/Warsaw`; `nil` for an unknown one.
  public init?(timeZone identifier: String) {
    guard let zone = TimeZone(identifier: identifier) else { return nil }
    self.zone = zone
  }

  /// The start of a day, given in days since 1 January 1970: `Thu, 11 Feb 2010 00:00:00 +0100`.
  public func text(year: Int, month: Int, day: Int, daysSince1970: Int) -> Bytes {
    let midnight = Date(timeIntervalSince1970: Double(daysSince1970) * 86_400)
    // The offset that holds at midnight there, not at midnight in Greenwich.
    let guess = zone.secondsFromGMT(for: midnight)
    let offset = zone.secondsFromGMT(for: midnight.addingTimeInterval(-Double(guess))) / 60
    var text = Bytes()
    text.reserveCapacity(31)
    text.append(FeedDate.weekdays[((daysSince1970 + 4) % 7 + 7) % 7])
    text.append(", ")
    text.append(digits: 2, of: day)
    text.append(FeedDate.months[month - 1])
    text.append(digits: 4, of: year)
    text.append(offset < 0 ? " 00:00:00 -" : " 00:00:00 +")
    text.append(digits: 2, of: abs(offset) / 60)
    text.append(digits: 2, of: abs(offset) % 60)
    return text
  }

  private static let weekdays: [StaticString] = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  private static let months: [StaticString] = [
    " Jan ", " Feb ", " Mar ", " Apr ", " May ", " Jun ", " Jul ", " Aug ", " Sep ", " Oct ", " Nov ", " Dec ",
  ]
}

extension Array where Element == UInt8 {
  /// Appends the last digits of a number, with zeroes in front of a small one.
  fileprivate mutating func append(digits count: Int, of number: Int) {
    var unit = 1
    for _ in 1..<count { unit *= 10 }
    while unit > 0 {
      append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / unit % 10))
      unit /= 10
    }
  }
}
