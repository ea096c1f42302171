import Bulletins
import Templating

/// A person as pages link to them.
struct PersonLink: RecordSubject {
  let person: Person
  let addresses: Addresses

  static let recordType = RecordType<PersonLink>(
    "a person's link",
    [
      .init("name", .scalar, "The name as it is listed.") { Value($0.person.name) },
      .init("url", .scalar, "The address of the person's page.") { Value($0.addresses.person($0.person)) },
      .init("orcid", .scalar, "The ORCID iD, or none.") { Value($0.person.orcid?.description) },
    ])
}

extension SchemaOrgType<PersonLink> {
  /// An author or an editor.
  static let person = SchemaOrgType(
    "Person",
    [
      .init("@id") { Value($0.addresses.absolute($0.addresses.person($0.person))) },
      .init("name") { Value($0.person.name) },
    ],
    optional: [.init("sameAs") { $0.person.orcid.map { Value($0.address) } }])
}

extension SchemaOrgType<PersonLink> {
  /// The subject of a page.
  static let personAlone = SchemaOrgType(
    "Person",
    [
      .init("@context") { _ in SchemaOrg.vocabulary },
      .init("@id") { Value($0.addresses.absolute($0.addresses.person($0.person))) },
      .init("name") { Value($0.person.name) },
      .init("url") { Value($0.addresses.absolute($0.addresses.person($0.person))) },
    ],
    optional: [
      .init("sameAs") { $0.person.orcid.map { Value($0.address) } },
      .init("affiliation") { link in
        link.person.authority?.affiliation?.text(in: link.addresses.language).map {
          SchemaOrg.organization.object(Value($0.text))
        }
      },
      .init("description") { link in
        link.person.authority?.biography?.text(in: link.addresses.language).map { Value($0.text) }
      },
    ])
}

/// An author as an issue prints them.
struct AuthorRecord: RecordSubject {
  let person: Person
  let url: Value
  var roles: [String] = []
  var titled: String?

  static let recordType = RecordType<AuthorRecord>(
    "an author of an issue",
    [
      .init("name", .scalar, "The name as it is listed.") { Value($0.person.name) },
      .init("printed", .scalar, "The name with the titles that the issue gives it.") {
        Value($0.titled ?? $0.person.name)
      },
      .init("url", .scalar, "The address of the person's page.") { $0.url },
      .init("orcid", .scalar, "The ORCID iD, or none.") { Value($0.person.orcid?.description) },
      .init("roles", .list(.scalar), "What the issue says of them behind the name, in order.") {
        .list($0.roles.map { Value($0) })
      },
    ])
}

/// An editor as an issue prints them. Most people edit many issues, which share their names and addresses.
struct EditorRecord: RecordSubject {
  let name: Value
  let url: Value
  let roles: [String]
  var titled: String?

  static let recordType = RecordType<EditorRecord>(
    "an editor of an issue",
    [
      .init("name", .scalar, "The name as it is listed.") { $0.name },
      .init("printed", .scalar, "The name with the titles that the issue gives it.") {
        $0.titled.map { Value($0) } ?? $0.name
      },
      .init("url", .scalar, "The address of the person's page.") { $0.url },
      .init("roles", .list(.scalar), "The roles printed behind the name, in order.") {
        .list($0.roles.map { Value($0) })
      },
    ])
}
