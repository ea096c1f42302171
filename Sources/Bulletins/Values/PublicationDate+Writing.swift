import Languages
import Text

extension PublicationDate {
  /// What ISO 8601 has for it, in the extended form where that is needed (EDTF): `2010-02-11`, `2010-02`,
  /// `2010-03/2010-04`, `2010-33` for a first quarter, `2010-21` for a spring, `2010`.
  public var description: String {
    switch precision {
    case .day, .month, .year: return machineText
    case .months(let last):
      let year = last < month ? year + 1 : year
      return machineText + "/" + PublicationDate.figures(year, last)
    case .quarter: return PublicationDate.figures(year, 33 + month / 3)
    // From spring to winter, whichever months these are where the reader is.
    case .season: return PublicationDate.figures(year, 20 + month / 3)
    }
  }

  /// What every program understands that reads dates: a day, a month or a year, and never a day that nobody printed.
  public var machineText: String { written(with: UInt8(ascii: "-")) }

  /// The same with another character between the numbers, as citation tags want it: `2010/02/11`.
  public func written(with separator: UInt8) -> String {
    let count =
      switch precision {
      case .day: 10
      case .month, .months: 7
      case .quarter, .season, .year: 4
      }
    // Each of the bytes is written: a day is printed several times on each page.
    return unsafe String(unsafeUninitializedCapacity: 10) { digits in
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
      return count
    }
  }

  private static func figures(_ year: Int, _ part: Int) -> String {
    var text = Bytes()
    for (number, unit) in [(year, 1000), (year, 100), (year, 10), (year, 1)] {
      text.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / unit % 10))
    }
    return text.string + (part < 10 ? "-0" : "-") + String(part)
  }
}

extension PublicationDate {
  /// The date that a print names; `nil` when the calendar has no such one.
  init?(_ printed: PrintedDate) {
    let year = printed.year
    switch printed.span {
    case .day(let month, let day): self.init(year: year, month: month, day: day)
    case .month(let month): self.init(year: year, month: month, .month)
    case .months(let month, let last, let next):
      // Up to a year together: what a misprint makes of it is longer.
      guard next == year ? last > month : next == year + 1 && last < month else { return nil }
      self.init(year: year, month: month, .months(through: last))
    case .quarter(let quarter): self.init(year: year, month: 3 * quarter - 2, .quarter)
    case .season(let season, let untilNextYear):
      self.init(year: year, month: 3 * season, .season(untilNextYear: untilNextYear))
    case .year: self.init(year: year, .year)
    }
  }

  /// What a print names of it.
  var printed: PrintedDate {
    switch precision {
    case .day: PrintedDate(year: year, .day(month: month, day: day))
    case .month: PrintedDate(year: year, .month(month))
    case .months(let last): PrintedDate(year: year, .months(month, through: last, of: last < month ? year + 1 : year))
    case .quarter: PrintedDate(year: year, .quarter(month / 3 + 1))
    case .season(let untilNextYear): PrintedDate(year: year, .season(month / 3, untilNextYear: untilNextYear))
    case .year: PrintedDate(year: year, .year)
    }
  }
}

extension Language {
  /// A date as the language prints it: “February 11, 2010”, “11 lutego 2010”, “Spring 2024”.
  public func written(_ date: PublicationDate) -> String { written(date.printed) }
}
