extension Language {
  /// A date as the language prints it: “February 11, 2010”, “11 lutego 2010”.
  public func written(_ date: PublicationDate) -> String {
    if tag == Language.english.tag { return "\(monthNames[date.month - 1]) \(date.day), \(date.year)" }
    return "\(date.day) \(months[date.month - 1][0]) \(date.year)"
  }
}
