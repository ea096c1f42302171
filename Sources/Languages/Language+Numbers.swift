extension Language {
  /// A whole number as the language prints it.
  public func printed(_ number: Int) -> String {
    if !DigitGroups.part(number) { return String(number) }
    return (typesetting.digitGroups ?? DigitGroups(language: tag)).printed(number)
  }
}
