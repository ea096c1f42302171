import Diagnostics
import Text
import YAML

/// How `topics.yaml` says that its topics belong together, and what is wrong with that: names of no topic, and topics that
/// are part of each other.
struct TopicRelationCheck {
  /// A name that the entry of a topic gives for another.
  private struct Relation {
    let topic: String
    let name: String
    let range: Range<Int>
    let isBroader: Bool
  }

  let source: SourceFile
  private var relations: [Relation] = []

  init(in source: SourceFile) { self.source = source }

  /// Notes what an entry says.
  mutating func note(_ topic: String, related: YAMLNode?, broader: YAMLNode?) {
    let others = related.map { $0.elements ?? [$0] } ?? []
    for (nodes, isBroader) in [(others, false), (broader.map { [$0] } ?? [], true)] {
      for node in nodes {
        guard let name = node.text else { continue }
        relations.append(Relation(topic: topic, name: name.plain, range: node.range, isBroader: isBroader))
      }
    }
  }

  /// What is wrong.
  ///
  /// - Parameter topics: The topics by every word for them.
  func findings(among topics: AuthorityTable<Authorities.TopicEntry>) -> [Diagnostic] {
    let strange = relations.filter { topics.entry(spelled: $0.name) == nil }
    let words = NearestWords(strange.isEmpty ? [] : Array(topics.spellings))
    let unknown = strange.map { relation in
      Diagnostic(
        .unknownTopic, "the topic “\(relation.topic)” names “\(relation.name)”, which is no topic here",
        at: source.location(relation.range),
        help: words.nearest(to: relation.name).map { "did you mean “\($0)”?" } ?? "add it to the file")
    }
    let own = relations.filter { !$0.isBroader && topics.entry(spelled: $0.name)?.name == $0.topic }.map {
      Diagnostic(
        .ownRelation, "the topic “\($0.topic)” names itself as related", at: source.location($0.range),
        help: "take it away, or name the topic that is meant")
    }
    return unknown + own + loops(among: topics) + oneSided(among: topics)
  }

  /// Advice for each topic that names another as related, and is not named by it, in a file where most are.
  private func oneSided(among topics: AuthorityTable<Authorities.TopicEntry>) -> [Diagnostic] {
    let named = relations.filter { !$0.isBroader }.compactMap { relation in
      topics.entry(spelled: relation.name).map { (relation: relation, other: $0) }
    }
    let pairs = Set(named.map { "\($0.relation.topic)\u{0}\($0.other.name)" })
    let alone = named.filter { relation, other in
      other.name != relation.topic && !pairs.contains("\(other.name)\u{0}\(relation.topic)")
    }
    // Who names each pair once means it so.
    guard alone.count * 2 < named.count else { return [] }
    return alone.map { relation, other in
      Diagnostic(
        .oneSidedRelation, "“\(other.name)” does not name “\(relation.topic)” in return",
        at: source.location(relation.range), notes: [.init("the other topic", at: other.location)],
        help: "add it to `related:` there, so that readers find the way back")
    }
  }

  /// An error for each circle of topics, at the line that closes it.
  private func loops(among topics: AuthorityTable<Authorities.TopicEntry>) -> [Diagnostic] {
    var broader: [String: (parent: String, relation: Relation)] = [:]
    for relation in relations where relation.isBroader {
      if let parent = topics.entry(spelled: relation.name)?.name { broader[relation.topic] = (parent, relation) }
    }
    var known: Set<String> = []
    var findings: [Diagnostic] = []
    for relation in relations where relation.isBroader {
      var path: [Relation] = []
      var topic = relation.topic
      while known.insert(topic).inserted, let next = broader[topic] {
        path.append(next.relation)
        topic = next.parent
      }
      // Where the way up comes back to a topic that it went through, that is a circle; else it ended, or met another way.
      guard let start = path.firstIndex(where: { $0.topic == topic }) else { continue }
      findings.append(finding(of: path[start...].sorted { $0.range.lowerBound < $1.range.lowerBound }))
    }
    return findings
  }

  private func finding(of circle: [Relation]) -> Diagnostic {
    let last = circle[circle.count - 1]
    return Diagnostic(
      .topicLoop,
      circle.count == 1
        ? "the topic “\(last.topic)” is part of itself"
        : "the topic “\(last.topic)” is part of “\(last.name)”, which is part of it",
      at: source.location(last.range),
      notes: circle.dropLast().map {
        Diagnostic.Note("“\($0.topic)” is said to be part of “\($0.name)” here", at: source.location($0.range))
      }, help: "leave out `broader:` at the topic that is the widest")
  }
}

extension DiagnosticKind {
  static let ownRelation = DiagnosticKind(
    "own-relation", .warning,
    "A topic of `topics.yaml` names itself as related, which leads readers nowhere. Another topic was probably meant.")
  static let oneSidedRelation = DiagnosticKind(
    "one-sided-relation", .advice,
    "A topic of `topics.yaml` names another one as related, which does not name it, while most others name each other. Readers are led both ways; whoever reads the file sees one."
  )
  static let topicLoop = DiagnosticKind(
    "topic-loop", .error,
    "Topics are part of each other in a circle, so that nobody can go up from them to the widest. Take `broader:` out of the entry of the widest one."
  )
}
