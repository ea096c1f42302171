import Diagnostics

extension YAMLNode {
  /// What is to be said of keys that stand in this mapping before: a warning where the value is the same, as other
  /// readers take it in silence, an error where nobody knows which value is meant.
  ///
  /// - Parameter key: What makes two spellings one key.
  public func repeatedKeys(in source: SourceFile, by key: (String) -> String = { $0 }) -> [Diagnostic] {
    guard let members, members.count > 1 else { return [] }
    var findings: [Diagnostic] = []
    var first: [String: Int] = [:]
    for (index, member) in members.enumerated() {
      guard let written = member.key.text else { continue }
      let name = key(written)
      guard let earlier = first[name] else {
        first[name] = index
        continue
      }
      findings.append(
        .repetition(
          of: written, saysTheSame: members[earlier].value.isEqual(to: member.value),
          at: source.location(member.key.range), first: source.location(members[earlier].key.range)))
    }
    return findings
  }

  /// The same of this mapping and of all in it.
  public func repeatedKeysAtAnyDepth(
    in source: SourceFile, by key: (String) -> String = { $0 }
  ) -> [Diagnostic] {
    let inside = (elements ?? members?.map(\.value) ?? []).filter { $0.text == nil }
    return repeatedKeys(in: source, by: key) + inside.flatMap { $0.repeatedKeysAtAnyDepth(in: source) }
  }

  /// Whether two values say the same, wherever they stand and however their texts are quoted.
  private func isEqual(to other: YAMLNode) -> Bool {
    switch (content, other.content) {
    case (.scalar(let text, _), .scalar(let second, _)): text == second
    case (.sequence(let elements), .sequence(let second)):
      elements.count == second.count && zip(elements, second).allSatisfy { $0.isEqual(to: $1) }
    case (.mapping(let members), .mapping(let second)):
      members.count == second.count
        && zip(members, second).allSatisfy { $0.key.isEqual(to: $1.key) && $0.value.isEqual(to: $1.value) }
    default: false
    }
  }
}

extension Diagnostic {
  /// What is said of a key that stands somewhere twice: in a mapping of YAML, or in other lines of keys.
  ///
  /// - Parameters:
  ///   - saysTheSame: Whether both have one value.
  ///   - place: Where it stands again.
  ///   - first: Where it stands first.
  public static func repetition(
    of key: String, saysTheSame: Bool, at place: Location, first: Location
  ) -> Diagnostic {
    Diagnostic(
      saysTheSame ? .repeatedKey : .contradictingKey,
      "the key `\(key)` stands here twice\(saysTheSame ? "" : ", with two values")", at: place,
      notes: [Note("it stands first here", at: first)],
      help: saysTheSame ? "delete this line" : "keep the one that is right")
  }
}

extension DiagnosticKind {
  static let contradictingKey = DiagnosticKind(
    "contradicting-key", .error,
    "A key stands twice in one mapping of YAML, or in header lines, with two values, and nobody knows which is meant. Keep the right one."
  )
  static let repeatedKey = DiagnosticKind(
    "repeated-key", .warning,
    "A key stands twice in one mapping of YAML, or in header lines, with the same value. Delete one of the lines."
  )
}
