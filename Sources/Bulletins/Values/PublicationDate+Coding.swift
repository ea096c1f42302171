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
    guard let precision = Precision(code: code) else { return nil }
    if precision == .day {
      self = first
    } else {
      self.init(year: first.year, month: first.month, precision)
    }
  }
}

extension PublicationDate.Precision {
  /// A number for each, which grows with the time that it stands for.
  var code: Int {
    switch self {
    case .day: 0
    case .month: 1
    case .months(let last): 1 + last
    case .quarter: 14
    case .season(let untilNextYear): untilNextYear ? 16 : 15
    case .year: 17
    }
  }

  /// `nil` for other numbers.
  init?(code: Int) {
    switch code {
    case 0: self = .day
    case 1: self = .month
    case 2...13: self = .months(through: code - 1)
    case 14: self = .quarter
    case 15, 16: self = .season(untilNextYear: code == 16)
    case 17: self = .year
    default: return nil
    }
  }
}
