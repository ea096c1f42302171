import Languages
import Templating

/// A link to the same thing in another language.
struct Translation: RecordSubject {
  let language: String
  let title: String?
  let url: String
  let addresses: Addresses

  /// A link to an address below the root of a language.
  ///
  /// - Parameter path: The address there.
  init(to path: String, title: String? = nil, _ addresses: Addresses) {
    language = addresses.language
    self.title = title
    url = addresses.url(path)
    self.addresses = addresses
  }

  static let recordType = RecordType<Translation>(
    "a translation",
    [
      .init("language", .scalar, "The BCP 47 tag.") { Value($0.language) },
      .init("name", .scalar, "The language's own name.") { Value(LanguageName.of($0.language)) },
      .init("title", .scalar, "The title there, or none.") { Value($0.title) },
      .init("url", .scalar, "The address.") { Value($0.url) },
      .init("absolute_url", .scalar, "The whole address.") { Value($0.addresses.absolute($0.url)) },
    ])
}
