import Languages

extension Metadata {
  /// Leaves out the words of a date that are those of another language: the pages print their own. What a key of its own
  /// says stands elsewhere than the date, and stays.
  mutating func keepDateText(in language: Language) {
    guard let dateText, dateText.range == date?.range else { return }
    if let words = DateToken.all(in: dateText.value), language.dates.read(words) == nil { self.dateText = nil }
  }

  /// Takes the date, where nothing says it, from what else speaks of it: the day on which the text comes out, the one on
  /// which it was begun, the one in an address under which it was found, and the folders in which it lies.
  mutating func fillDate(path: String, isPrinted: Bool, _ languages: KnownLanguages) {
    // Of a masthead without a date, its printer wants to know.
    guard date == nil, !isPrinted || publishDate != nil else { return }
    if let publishDate {
      date = publishDate
    } else if let begun = extra.lazy.compactMap({ Metadata.beginning($0, languages) }).first {
      date = Located(begun, at: 0..<0)
    } else if let addresses = formerAddresses, let day = addresses.value.lazy.compactMap(\.address.date).first {
      date = Located(day, at: addresses.range)
    } else if let day = PublicationDate(inPath: path) {
      date = Located(day, at: 0..<0)
    }
  }

  /// The day under a key by which programs for notes say when a text was begun.
  private static func beginning(_ entry: (key: String, value: ExtraValue), _ languages: KnownLanguages)
    -> PublicationDate?
  {
    guard field(spelled: entry.key)?.key == beginningKey, case .text(let text) = entry.value,
      case .success(let day) = PublicationDate.read(text, of: languages)
    else { return nil }
    return day
  }
}
