extension Language {
  /// A date as the language prints it: “February 11, 2010”, “11 lutego 2010”, “Spring 2024”.
  ///
  /// Where the language's data has no form for it, the Unicode consortium's tables have one for days and months, and what
  /// is left is written in figures.
  public func written(_ date: PrintedDate) -> String {
    if let text = dates.written(date) { return text }
    func figures(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    let tables = WrittenDate(language: tag)
    switch date.span {
    case .day(let month, let day):
      let day = "\(date.year)-\(figures(month))-\(figures(day))"
      return tables.text(of: day, .long) ?? day
    case .month(let month):
      let month = "\(date.year)-\(figures(month))"
      return tables.text(of: month + "-01", .month) ?? month
    case .months(let month, let last, let year):
      return written(PrintedDate(year: date.year, .month(month))) + "–" + written(PrintedDate(year: year, .month(last)))
    case .quarter(let quarter): return "\(date.year), \(quarter)/4"
    case .season, .year: return String(date.year)
    }
  }
}
