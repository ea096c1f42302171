import Bulletins
import Languages

/// The months by which the issues of a volume are listed.
enum MonthName {
  /// The address of an issue's month below its volume: `months/03`, with the year where that is not the volume's, and what
  /// is known where no month is.
  static func address(of issue: Issue) -> String {
    let date = issue.date
    guard isOfMonth(date) else { return "months/" + date.description }
    let month = (date.month < 10 ? "0" : "") + String(date.month)
    return "months/" + (date.year == issue.year ? month : "\(date.year)-\(month)")
  }

  /// What an issue's month is called on the page of its volume.
  static func of(_ issue: Issue, in language: Language) -> String {
    let date = issue.date
    guard isOfMonth(date) else { return issue.dateText(in: language) }
    let names = language.dates.months
    if date.year == issue.year, names.indices.contains(date.month - 1) {
      let name = names[date.month - 1].name
      return name.prefix(1).uppercased() + name.dropFirst()
    }
    return PublicationDate(year: date.year, month: date.month, .month).map { language.written($0) } ?? date.description
  }

  private static func isOfMonth(_ date: PublicationDate) -> Bool {
    switch date.precision {
    case .day, .month, .months: true
    case .quarter, .season, .year: false
    }
  }
}
