import Coding

extension PublicationDate {
  func write(to writer: inout BinaryWriter) {
    writer.put(daysSince1970)
    writer.put(code)
  }

  /// `nil` for numbers that are no date.
  init?(from reader: inout BinaryReader) {
    let (days, code) = (reader.int(), reader.int())
    guard let first = PublicationDate(daysSince1970: days) else { return nil }
    guard let precision = PublicationDate.precision(of: code) else { return nil }
    if precision == .day {
      self = first
    } else {
      self.init(year: first.year, month: first.month, precision)
    }
  }

  /// A number for each precision, which grows with the time that it stands for.
  var code: Int {
    switch precision {
    case .day: 0
    case .month: 1
    case .months(let last): 1 + last
    case .quarter: 14
    case .season(let untilNextYear): untilNextYear ? 16 : 15
    case .year: 17
    }
  }

  private static func precision(of code: Int) -> Precision? {
    switch code {
    case 0: .day
    case 1: .month
    case 2...13: .months(through: code - 1)
    case 14: .quarter
    case 15, 16: .season(untilNextYear: code == 16)
    case 17: .year
    default: nil
    }
  }
}
