import Diagnostics
import Text

/// The keys that front matter and header lines share.
enum MetadataKey: String, CaseIterable {
  case title, number, cumulative, date, language, series, publisher, authors, editors, abstract, topics, category
  case aliases, translationKey = "translation_key", license, slug, draft, status, published
  case publishDate = "publish_date", expiryDate = "expiry_date"

  /// Reads a key in any case, with its other spellings.
  init?(_ text: String) {
    let text = text.lowercased().replacing(" ", with: "_").replacing("-", with: "_")
    if let key = MetadataKey.spellings[text] { self = key } else { return nil }
  }

  /// Every spelling that is understood.
  static let spellings: [String: MetadataKey] = {
    var table = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
    for (spelling, key) in [
      ("lang", MetadataKey.language), ("author", .authors), ("editor", .editors), ("summary", .abstract),
      ("description", .abstract), ("tags", .topics), ("keywords", .topics), ("issue", .number),
      ("cumulative_number", .cumulative), ("licence", .license), ("alias", .aliases),
      ("translationkey", .translationKey), ("publishdate", .publishDate), ("expirydate", .expiryDate),
      ("expires", .expiryDate),
    ] { table[spelling] = key }
    return table
  }()

  /// The spellings as editors write them, for suggestions and the documentation.
  static let names = spellings.keys.sorted()

  /// A warning for a key that is nearly a known one.
  static func misspelling(_ key: String, at place: Place) -> Diagnostic? {
    guard let nearest = names.nearest(to: key), key.utf8.count > 3 else { return nil }
    return Diagnostic(
      .unknownKey, "the key `\(key)` is not known", at: place, help: "did you mean `\(nearest)`?")
  }
}
