import Foundation

/// Dates as RSS writes them, RFC 822 with years of four digits, in one time zone.
public struct FeedDate: Sendable {
  private let zone: TimeZone

  /// Dates in a zone of the IANA database, such as `Europe/Warsaw`; `nil` for an unknown one.
  public init?(timeZone identifier: String) {
    guard let zone = TimeZone(identifier: identifier) else { return nil }
    self.zone = zone
  }

  /// The start of a day, given in days since 1 January 1970: `Thu, 11 Feb 2010 00:00:00 +0100`.
  public func text(year: Int, month: Int, day: Int, daysSince1970: Int) -> String {
    let midnight = Date(timeIntervalSince1970: Double(daysSince1970) * 86_400)
    // The offset that holds at midnight there, not at midnight in Greenwich.
    let guess = zone.secondsFromGMT(for: midnight)
    let offset = zone.secondsFromGMT(for: midnight.addingTimeInterval(-Double(guess))) / 60
    let weekday = FeedDate.weekdays[((daysSince1970 + 4) % 7 + 7) % 7]
    let sign = offset < 0 ? "-" : "+"
    let zoneText = sign + two(abs(offset) / 60) + two(abs(offset) % 60)
    return "\(weekday), \(two(day)) \(FeedDate.months[month - 1]) \(year) 00:00:00 \(zoneText)"
  }

  private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}
