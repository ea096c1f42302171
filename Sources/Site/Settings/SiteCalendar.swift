import Bulletins
import Foundation

/// The days of the time zone in which a site is at home. Instants are seconds since 1 January 1970 in Greenwich.
public struct SiteCalendar: Sendable {
  private let zone: TimeZone

  /// The days of a zone of the IANA database, such as `Europe/Warsaw`; of Greenwich for an unknown one.
  public init(timeZone identifier: String) { zone = TimeZone(identifier: identifier) ?? .gmt }

  /// Whether there is such a zone.
  static func knows(timeZone identifier: String) -> Bool { TimeZone(identifier: identifier) != nil }

  /// The day that it is at an instant; the first or last that can be written beyond these.
  public func day(at instant: Int) -> PublicationDate {
    let local = Double(instant) + Double(offset(at: Double(instant)))
    return PublicationDate(daysSince1970: Int((local / 86_400).rounded(.down))) ?? .first
  }

  /// The instant at which a day begins: midnight, or, where clocks pass over it, the hour to which they go.
  public func start(of day: PublicationDate) -> Int {
    let midnight = Double(day.daysSince1970) * 86_400
    // The offset that holds before midnight there, not at midnight in Greenwich: of two midnights, the first one.
    let evening = midnight - Double(offset(at: midnight)) - 10_800
    let before = offset(at: evening)
    let after = offset(at: midnight - Double(before))
    for offset in [before, after] where self.offset(at: midnight - Double(offset)) == offset {
      return Int(midnight) - offset
    }
    let passing = zone.nextDaylightSavingTimeTransition(after: Date(timeIntervalSince1970: evening))
    return passing.map { Int($0.timeIntervalSince1970) } ?? Int(midnight) - before
  }

  /// The seconds by which the clocks of the zone are ahead of Greenwich at an instant.
  func offset(at instant: Int) -> Int { offset(at: Double(instant)) }

  private func offset(at instant: Double) -> Int { zone.secondsFromGMT(for: Date(timeIntervalSince1970: instant)) }
}
