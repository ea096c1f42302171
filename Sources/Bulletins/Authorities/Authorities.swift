import Diagnostics
import Text
import YAML

/// What `people.yaml` and `topics.yaml` say: which spellings are one person or topic, and more about each.
public struct Authorities: Sendable {
  /// A person of the authority file.
  public struct PersonEntry: Sendable, Equatable {
    /// The name under which the person is listed.
    public let name: String
    /// The family name, where it is not the last word of the name.
    public let family: String?
    /// Where they work.
    public let affiliation: String?
    /// Their ORCID iD.
    public let orcid: ORCID?
    /// A few sentences about them.
    public let biography: String?
    /// Where the entry stands.
    public let location: Location
  }

  /// A topic of the authority file.
  public struct TopicEntry: Sendable, Equatable {
    /// The name under which the topic is listed.
    public let name: String
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
  public private(set) var people: [String: PersonEntry]?
  /// Topics by every word; `nil` without the file.
  public private(set) var topics: [String: TopicEntry]?
  /// Rubrics beside those that languages have.
  public private(set) var rubrics: [String] = []

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
    var table: [String: PersonEntry] = [:]
    let diagnostics = AuthorityEntries.read(source, under: "people") { fields, node in
      let location = source.location(node.range)
      guard let name = fields.requiredText("name", help: "each person needs a `name:`") else { return [] }
      let spellings = fields.texts("also") ?? []
      let person = PersonEntry(
        name: name, family: fields.text("family"), affiliation: fields.text("affiliation"),
        orcid: fields.orcid("orcid"), biography: fields.text("biography"), location: location)
      return ([name] + spellings).compactMap {
        Authorities.enter($0, person, person.location, in: &table) { $0.location }
      }
    }
    people = table
    return diagnostics
  }

  private mutating func readTopics(_ source: SourceFile) -> [Diagnostic] {
    var table: [String: TopicEntry] = [:]
    var rubrics: [String] = []
    var relations = TopicRelationCheck(in: source)
    var diagnostics = AuthorityEntries.read(source, under: "topics", beside: { rubrics = $0.texts("rubrics") ?? [] }) {
      fields, node in
      guard let name = fields.requiredText("name", help: "each topic needs a `name:`") else { return [] }
      let topic = TopicEntry(
        name: name, names: fields.textPerLanguage("names") ?? [:], also: fields.texts("also") ?? [],
        related: fields.texts("related") ?? [], broader: fields.text("broader"), location: source.location(node.range))
      relations.note(name, related: fields.value("related"), broader: fields.value("broader"))
      let words = [name] + topic.names.values.filter { $0 != name }.sorted() + topic.also
      return Set(words).sorted().compactMap { Authorities.enter($0, topic, topic.location, in: &table) { $0.location } }
    }
    diagnostics += relations.findings(among: table.mapValues(\.name))
    topics = table.mapValues { topic in
      // Whatever word it is called by, it is one topic.
      var topic = topic
      topic.related = topic.related.compactMap { table[$0]?.name }
      topic.broader = topic.broader.flatMap { table[$0]?.name }
      return topic
    }
    self.rubrics = rubrics
    return diagnostics
  }

  private static func enter<Entry>(
    _ spelling: String, _ entry: Entry, _ location: Location, in table: inout [String: Entry],
    placed: (Entry) -> Location
  ) -> Diagnostic? {
    if let other = table[spelling] {
      return Diagnostic(
        .repeatedSpelling, "“\(spelling)” is listed twice", at: location,
        notes: [Diagnostic.Note("it is listed first here", at: placed(other))], help: "keep it in one entry")
    }
    table[spelling] = entry
    return nil
  }
}

/// Reads the list of entries that an authority file is, with or without a key over it.
private enum AuthorityEntries {
  static func read(
    _ source: SourceFile, under key: String, beside: (inout YAMLFields) -> Void = { _ in },
    entry: (inout YAMLFields, YAMLNode) -> [Diagnostic]
  ) -> [Diagnostic] {
    let root: YAMLNode
    switch YAMLFields.root(of: source) {
    case .success(let node): root = node
    case .failure(let mistake): return [mistake.diagnostic]
    }
    var list = root
    var diagnostics: [Diagnostic] = []
    if root.members != nil {
      var fields = YAMLFields(root, in: source)
      beside(&fields)
      list = fields.value(key) ?? YAMLNode(.sequence([]), range: root.range)
      diagnostics += fields.finish()
    }
    guard let elements = list.elements else {
      return diagnostics + [
        Diagnostic(
          .wrongEntry, "a list of \(key) is expected here, not \(list.description)", at: source.location(list.range))
      ]
    }
    for element in elements {
      var fields = YAMLFields(element.text.map { nameOnly($0, element) } ?? element, in: source)
      diagnostics += entry(&fields, element)
      diagnostics += fields.finish()
    }
    return diagnostics
  }

  /// An entry may be no more than a name.
  private static func nameOnly(_ name: String, _ node: YAMLNode) -> YAMLNode {
    let key = YAMLNode(.scalar("name", plain: true), range: node.range)
    return YAMLNode(.mapping([(key, YAMLNode(.scalar(name, plain: true), range: node.range))]), range: node.range)
  }
}

extension DiagnosticKind {
  static let wrongEntry = DiagnosticKind(
    "wrong-entry", .error, "`people.yaml` and `topics.yaml` are lists of entries, each with a `name:`.")
  static let repeatedSpelling = DiagnosticKind(
    "repeated-spelling", .error,
    "One spelling stands in two entries of an authority file, so it is unclear whose it is.")
}
