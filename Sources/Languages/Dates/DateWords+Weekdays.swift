extension DateWords {
  /// The day of the week that a date names, as printed, and its number, of which Monday is 1; `nil` where it names none.
  public func weekday(in text: String) -> (name: String, number: Int)? {
    if weekdays.isEmpty { return nil }
    // Signs for months and days are those of Monday and Sunday, too: of one letter, a name stands in brackets.
    let isBracketed = text.contains { "(（".contains($0) }
    for word in text.split(whereSeparator: { !$0.isLetter && !"-’'".contains($0) }) {
      guard let number = weekdays[word.lowercased()] else { continue }
      if word.unicodeScalars.count > 1 { return (String(word), number) }
      if isBracketed, text.contains("(\(word))") || text.contains("（\(word)）") { return (String(word), number) }
    }
    return nil
  }
}
