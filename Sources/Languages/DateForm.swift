extension Language {
  /// The order in which a language writes day, month and year, and what it puts between them.
  public struct DateForm: Sendable, ExpressibleByStringLiteral {
    private enum Part {
      case day, month, year
      case text(String)
    }

    private let parts: [Part]

    /// A form with `d`, `m` and `y` in the places of the numbers and the month's name: `m d, y`.
    public init(stringLiteral form: StaticString) {
      parts = form.withUTF8Buffer { bytes in
        unsafe bytes.map { byte in
          switch byte {
          case UInt8(ascii: "d"): .day
          case UInt8(ascii: "m"): .month
          case UInt8(ascii: "y"): .year
          default: .text(String(UnicodeScalar(byte)))
          }
        }
      }
    }

    func written(day: Int, month: String, year: Int) -> String {
      var text = ""
      for part in parts {
        switch part {
        case .day: text += String(day)
        case .month: text += month
        case .year: text += String(year)
        case .text(let between): text += between
        }
      }
      return text
    }
  }

  /// A date as the language prints it: “February 11, 2010”, “11 lutego 2010”.
  ///
  /// - Parameter month: From 1 to 12.
  public func written(year: Int, month: Int, day: Int) -> String {
    dateForms.first?.written(day: day, month: months[month - 1].inDates, year: year) ?? ""
  }

  /// The same date in every form that the language has for it.
  func examples(year: Int, month: Int, day: Int) -> [String] {
    dateForms.map { $0.written(day: day, month: months[month - 1].inDates, year: year) }
  }
}
