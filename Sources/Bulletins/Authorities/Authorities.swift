import Diagnostics
import Text
import YAML

/// What `people.yaml` and `topics.yaml` say: which spellings are one person or topic, and more about each.
public struct Authorities: Sendable {
  /// A person of the authority file.
  public struct PersonEntry: Sendable, Equatable, AuthorityEntry {
    /// The name under which the person is listed.
    public let name: String
    /// The part of the address, which nobody else gets.
    public let slug: Slug
    /// Other spellings.
    public let also: [String]
    /// The name in other languages, by their tags.
    public let names: [String: String]
    /// The family name, where it is not the last word of the name.
    public let family: String?
    /// Where they work.
    public let affiliation: TextByLanguage?
    /// Their ORCID iD.
    public let orcid: ORCID?
    /// A few sentences about them.
    public let biography: TextByLanguage?
    /// Where the entry stands.
    public let location: Location
  }

  /// A topic of the authority file.
  public struct TopicEntry: Sendable, Equatable, AuthorityEntry {
    /// The name under which the topic is listed.
    public let name: String
    /// The part of the address, which no other topic gets.
    public let slug: Slug
    /// The name in other languages, by their tags.
    public let names: [String: String]
    /// Other words, under which an index says “see”.
    public let also: [String]
    /// Topics that an index adds with “see also”.
    public fileprivate(set) var related: [String]
    /// The topic that this one is part of.
    public fileprivate(set) var broader: String?
    /// Where the entry stands.
    public let location: Location
  }

  /// People by every spelling; `nil` without the file.
  public private(set) var people: AuthorityTable<PersonEntry>?
  /// Topics by every word; `nil` without the file.
  public private(set) var topics: AuthorityTable<TopicEntry>?
  /// Rubrics beside those that languages have.
  public private(set) var rubrics: [String] = []

  /// Whether run-in headings name topics.
  public var readsRunIns = true

  /// Neither file.
  public init() {}

  /// Reads the files that there are.
  public static func read(people: SourceFile?, topics: SourceFile?) -> (Authorities, [Diagnostic]) {
    var authorities = Authorities()
    var diagnostics: [Diagnostic] = []
    if let people { diagnostics += authorities.readPeople(people) }
    if let topics { diagnostics += authorities.readTopics(topics) }
    return (authorities, diagnostics)
  }

  private mutating func readPeople(_ source: SourceFile) -> [Diagnostic] {
    var table = AuthorityTable<PersonEntry>()
    var owners: [String: (name: String, place: Location)] = [:]
    let diagnostics = AuthorityEntries.read(source, under: "people") { fields, node in
      guard let name = fields.requiredText("name", help: "each person needs a `name:`", isEntry: true) else {
        fields.passOverRest()
        return []
      }
      let names = fields.textPerLanguage("names") ?? [:]
      let also = fields.texts("also") ?? []
      let person = PersonEntry(
        name: name, slug: fields.slug(else: name), also: also, names: names, family: fields.text("family"),
        affiliation: fields.textByLanguage("affiliation"), orcid: fields.orcid("orcid"),
        biography: fields.textByLanguage("biography"),
        location: source.location(source.range(ofName: name, in: node.range) ?? node.range))
      var found = table.add(person, spellings: [name] + names.values.sorted() + also).map {
        $0.diagnostic(person, "people", node, in: source)
      }
      if let family = person.family, !([name] + names.values).contains(where: { $0.contains(family) }) {
        let place = fields.value("family").map { source.location($0.range) } ?? person.location
        found.append(
          Diagnostic(
            .strangeFamilyName, "“\(family)” is no part of “\(name)”", at: place,
            help: "write it as it stands in the name, which is sorted by it"))
      }
      if let orcid = person.orcid?.description {
        let place = fields.value("orcid").map { source.location($0.range) } ?? person.location
        if let owner = owners[orcid] {
          found.append(
            RepeatedIdentifier.finding(
              "the ORCID iD \(orcid) is that of \(owner.name), too", at: place, beside: owner.place))
        }
        owners[orcid] = owners[orcid] ?? (name, place)
      }
      return found
    }
    table.claimOtherAddresses()
    table.isWhole = !diagnostics.containErrors
    // Of a file that was only begun, nobody says that a name lacks in it.
    people = table.entries.isEmpty && table.isWhole ? nil : table
    return diagnostics
  }

  private mutating func readTopics(_ source: SourceFile) -> [Diagnostic] {
    var table = AuthorityTable<TopicEntry>()
    var rubrics: [String] = []
    var relations = TopicRelationCheck(in: source)
    var diagnostics = AuthorityEntries.read(source, under: "topics", beside: { rubrics = $0.texts("rubrics") ?? [] }) {
      fields, node in
      guard let name = fields.requiredText("name", help: "each topic needs a `name:`", isEntry: true) else {
        fields.passOverRest()
        return []
      }
      let topic = TopicEntry(
        name: name, slug: fields.slug(else: name), names: fields.textPerLanguage("names") ?? [:],
        also: fields.texts("also") ?? [], related: fields.texts("related") ?? [], broader: fields.text("broader"),
        location: source.location(source.range(ofName: name, in: node.range) ?? node.range))
      relations.note(name, related: fields.value("related"), broader: fields.value("broader"))
      return table.add(topic, spellings: [name] + topic.names.values.sorted() + topic.also)
        .map { $0.diagnostic(topic, "topics", node, in: source) }
    }
    diagnostics += relations.findings(among: table)
    table.claimOtherAddresses()
    let words = table
    table.update { topic in
      // Whatever word it is called by, it is one topic.
      topic.related = topic.related.compactMap { words.entry(spelled: $0)?.name }
      topic.broader = topic.broader.flatMap { words.entry(spelled: $0)?.name }
    }
    table.isWhole = !diagnostics.containErrors
    topics = table.entries.isEmpty && table.isWhole ? nil : table
    self.rubrics = rubrics
    return diagnostics
  }
}

extension YAMLFields {
  /// The part of an entry's address: what it says, or what its name gives.
  fileprivate mutating func slug(else name: String) -> Slug {
    guard let text = text("slug") else { return Slug(naming: name) }
    if let slug = Slug(exactly: text), text.utf8.count <= Slug.longest { return slug }
    let plain = Slug(naming: text)
    wrong(valueOf: "slug", "“\(text)” can’t be a part of an address", help: "write it as `\(plain)`")
    return plain
  }
}

extension Clash where Entry: AuthorityEntry {
  fileprivate func diagnostic(_ entry: Entry, _ folder: String, _ node: YAMLNode, in source: SourceFile) -> Diagnostic {
    switch self {
    case .spelling(let spelling, let other):
      let range = source.range(ofName: spelling, in: node.range) ?? node.range
      return Diagnostic(
        .repeatedSpelling, "“\(spelling)” is listed twice", at: source.location(range),
        notes: [.init("it is listed first here", at: other.location)], help: "keep it in one entry")
    case .address(let other):
      return Diagnostic(
        .repeatedAddress, "“\(entry.name)” and “\(other.name)” would both have the address /\(folder)/\(entry.slug)/",
        at: entry.location, notes: [.init("the other entry", at: other.location)],
        help: "give one of them a part of the address of its own: `slug: \(entry.slug.numbered(2))`")
    }
  }
}

extension DiagnosticKind {
  static let strangeFamilyName = DiagnosticKind(
    "strange-family-name", .warning,
    "The `family:` of a person in `people.yaml` is no part of the name, which can’t be sorted by it. Write it as it stands in the name."
  )
  static let repeatedSpelling = DiagnosticKind(
    "repeated-spelling", .error,
    "One spelling stands in two entries of an authority file, so it is unclear whose it is.")
  static let repeatedAddress = DiagnosticKind(
    "repeated-address", .error,
    "Two entries of `people.yaml` or `topics.yaml` have names that give one address, as 李明 and 黎明 do. Give one of them a `slug:`; it is not made up, so that no address depends on what else is listed."
  )
}
