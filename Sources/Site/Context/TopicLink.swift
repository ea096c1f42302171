import Templating
import Text

/// A topic as pages link to it.
struct TopicLink: RecordSubject {
  let name: Value
  let url: Value
  /// The scheme and host of the site.
  let origin: Bytes
  /// The section of the issue that links to it.
  var section: String?

  /// The whole address.
  var absoluteURL: Value { .text(origin + (url.bytes ?? [])) }

  static let recordType = RecordType<TopicLink>(
    "a topic's link",
    [
      .init("name", .scalar, "The name in the page's language.") { $0.name },
      .init("url", .scalar, "The address of the topic's page.") { $0.url },
      .init("anchor", .scalar, "The id of the section in this issue, or none.") { Value($0.section) },
    ])
}

/// A topic in the list of all.
struct ListedTopic: RecordSubject {
  let name: String
  let url: String
  let count: Int

  static let recordType = RecordType<ListedTopic>(
    "a topic in a list",
    [
      .init("name", .scalar, "The name in the page's language.") { Value($0.name) },
      .init("url", .scalar, "The address of the topic's page.") { Value($0.url) },
      .init("count", .scalar, "How many entries it has.") { .int($0.count) },
    ])
}

extension SchemaOrgType<TopicLink> {
  /// A subject of a text.
  static let topic = SchemaOrgType("Thing", [.init("@id") { $0.absoluteURL }, .init("name") { $0.name }])
}
