import Bulletins
import Templating

/// What a site publishes, in the words of schema.org.
enum SchemaOrg {
  /// Where the words are explained.
  static let vocabulary = Value("https://schema.org")

  /// A publisher, by its name.
  static let organization = SchemaOrgType<Value>("Organization", [.init("name") { $0 }])

  /// A licence of which only the name is known.
  static let license = SchemaOrgType<Value>("CreativeWork", [.init("name") { $0 }])

  /// A PDF, by its address.
  static let pdf = SchemaOrgType<Value>(
    "MediaObject", [.init("contentUrl") { $0 }, .init("encodingFormat") { _ in Value("application/pdf") }])

  /// The periodical in a language, as part of something else.
  static let periodical = SchemaOrgType<Addresses>("Periodical", members, optional: optional)

  /// The periodical in a language, by itself.
  static let periodicalAlone = SchemaOrgType<Addresses>(
    "Periodical",
    [.init("@context") { _ in vocabulary }, .init("inLanguage") { Value($0.language) }] + members,
    optional: optional + [
      .init("description") { $0.settings.description.text(in: $0.language).map { Value($0.text) } }
    ])

  /// A volume by itself.
  static let volumeAlone = SchemaOrgType<(year: Int, addresses: Addresses)>(
    "PublicationVolume",
    [
      .init("@context") { _ in vocabulary },
      .init("@id") { Value($0.addresses.absolute($0.addresses.volume($0.year))) },
      .init("url") { Value($0.addresses.absolute($0.addresses.volume($0.year))) },
      .init("volumeNumber") { Value(String($0.year)) },
      .init("isPartOf") { periodical.object($0.addresses) },
    ])

  /// A licence: its address, or else its name.
  static func license(_ name: Value) -> Value {
    LicenseAddress.of(name.bytes?.string ?? "").map { Value($0) } ?? license.object(name)
  }

  private static let members: [SchemaOrgType<Addresses>.Member<Value>] = [
    .init("@id") { Value($0.absolute($0.url("")) + "#periodical") },
    .init("name") { Value($0.settings.journalTitle(in: $0.language)) },
    .init("url") { Value($0.absolute($0.url(""))) },
  ]

  private static let optional: [SchemaOrgType<Addresses>.Member<Value?>] = [
    .init("issn") { $0.settings.issn.map { Value($0.description) } },
    .init("publisher") {
      $0.settings.publisher.text(in: $0.language).map { organization.object(Value($0.text)) }
    },
  ]
}
