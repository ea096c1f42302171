import Languages

extension Metadata {
  /// Leaves out the words of a date that are those of another language: the pages print their own. What a key of its own
  /// says stands elsewhere than the date, and stays.
  mutating func keepDateText(in language: Language) {
    guard let dateText, dateText.range == date?.range else { return }
    if let words = DateToken.all(in: dateText.value), language.dates.read(words) == nil { self.dateText = nil }
  }
}
