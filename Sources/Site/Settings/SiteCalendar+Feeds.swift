import Bulletins
import Text

extension SiteCalendar {
  /// The start of a day as RSS writes it, RFC 822 with years of four digits: `Thu, 11 Feb 2010 00:00:00 +0100`.
  func rfc822(_ day: PublicationDate) -> Bytes {
    let start = start(of: day)
    // Not midnight, where clocks pass over that.
    let passed = max(0, start + offset(at: start) - day.daysSince1970 * 86_400) / 60
    // A country that crosses the date line leaves out a day: its moment is told in the hours from before.
    let minute = passed < 24 * 60 ? passed : 0
    let offset = (day.daysSince1970 * 86_400 - start) / 60 + minute
    var text = Bytes()
    text.reserveCapacity(31)
    text.append(weekdays[day.weekday - 1])
    text.append(", ")
    text.append(digits: 2, of: day.day)
    text.append(months[day.month - 1])
    text.append(digits: 4, of: day.year)
    text.append(" ")
    text.append(digits: 2, of: minute / 60)
    text.append(":")
    text.append(digits: 2, of: minute % 60)
    text.append(offset < 0 ? ":00 -" : ":00 +")
    text.append(digits: 2, of: abs(offset) / 60)
    text.append(digits: 2, of: abs(offset) % 60)
    return text
  }
}

private let weekdays: [StaticString] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
private let months: [StaticString] = [
  " Jan ", " Feb ", " Mar ", " Apr ", " May ", " Jun ", " Jul ", " Aug ", " Sep ", " Oct ", " Nov ", " Dec ",
]

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
