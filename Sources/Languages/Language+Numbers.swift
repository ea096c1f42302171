extension Language {
  /// A whole number as the language prints it.
  public func printed(_ number: Int) -> String {
    if number.magnitude <= DigitGroups.largestWhole { return String(number) }
    return (typesetting.digitGroups ?? DigitGroups(language: tag)).printed(number)
  }
}
