extension PublicationDate {
  /// Days since 1 January 1970, of the first day.
  public var daysSince1970: Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The day of the week of the first day, as ISO 8601 counts: from 1 for Monday to 7.
  public var weekday: Int {
    // The first of January 1970 was a Thursday.
    let days = (daysSince1970 + 3) % 7
    return (days < 0 ? days + 7 : days) + 1
  }

  /// Whether a day in a file's name may be that of a text of this date: the name tells when the text was begun, and is a
  /// day late where the clocks of two places differ.
  func mayBeNamed(_ day: PublicationDate) -> Bool {
    (firstDay.daysSince1970 - 60...lastDay.daysSince1970 + 2).contains(day.daysSince1970)
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
}
