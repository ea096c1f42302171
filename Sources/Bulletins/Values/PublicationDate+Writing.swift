import Languages

extension Language {
  /// A date as the language prints it: “February 11, 2010”, “11 lutego 2010”.
  public func written(_ date: PublicationDate) -> String {
    written(year: date.year, month: date.month, day: date.day)
  }
}
