import Text

/// The arguments that a method takes, as Python's method of that name takes them.
struct MethodSignature: Sendable {
  /// What must be given, in words; these arguments have no names.
  private let required: [String]
  /// What may be given behind it: a name for each, or `nil` where it is given by its place alone.
  private let optional: [String?]
  /// What may be given by name alone.
  private let byName: [String]
  /// Whether any number more may be given by their places.
  private let takesMore: Bool
  /// Whether values may be given under any name.
  private let takesAnyName: Bool

  private init(
    _ required: String..., optional: [String?] = [], byName: [String] = [], takesMore: Bool = false,
    takesAnyName: Bool = false
  ) {
    self.required = required
    self.optional = optional
    self.byName = byName
    self.takesMore = takesMore
    self.takesAnyName = takesAnyName
  }

  static let nothing = MethodSignature()
  static let anything = MethodSignature(takesMore: true, takesAnyName: true)
  private static let key = MethodSignature("a key", optional: [nil])
  private static let value = MethodSignature("a value")

  // Of texts, where each method stands beside what it takes.
  static let text = MethodSignature("a text")
  static let search = MethodSignature("a text to look for", optional: [nil, nil])
  static let replacing = MethodSignature("a text", "another one for its place", optional: ["count"])
  static let cutting = MethodSignature(optional: ["sep", "maxsplit"])
  static let trimming = MethodSignature(optional: [nil])
  static let joining = MethodSignature("the texts to join")
  static let padding = MethodSignature("a width", optional: [nil])
  static let width = MethodSignature("a width")
  static let lines = MethodSignature(optional: ["keepends"])
  static let tabs = MethodSignature(optional: ["tabsize"])

  static let ofLists: [String: MethodSignature] = [
    "append": .value, "clear": .nothing, "copy": .nothing, "count": .value,
    "extend": MethodSignature("the values to append"),
    "index": MethodSignature("the value to look for", optional: [nil, nil]),
    "insert": MethodSignature("a place", "a value"), "pop": MethodSignature(optional: [nil]), "remove": .value,
    "reverse": .nothing, "sort": MethodSignature(byName: ["reverse"]),
  ]

  static let ofTuples = ofLists.filter { ["count", "index"].contains($0.key) }

  static let ofMaps: [String: MethodSignature] = [
    "items": .nothing, "keys": .nothing, "values": .nothing, "get": .key,
    "update": MethodSignature(optional: [nil], takesAnyName: true), "pop": .key, "setdefault": .key, "copy": .nothing,
    "clear": .nothing, "popitem": .nothing,
  ]

  /// Holds arguments to what the method takes.
  func check(_ input: Input, for name: String) throws(Failure) {
    let count = input.values.count
    if count < required.count {
      let needed = required.joined(separator: " and ")
      throw Failure("`\(name)` needs \(needed)")
    }
    let most = required.count + optional.count
    if count > most, !takesMore {
      guard let first = byName.first else { throw Failure("`\(name)` takes \(Parameter.atMost(most))") }
      throw Failure("`\(name)` takes its arguments by name", help: "write `\(first)=…`")
    }
    for (argument, _) in input.named where !takesAnyName {
      let word = argument.description
      if byName.contains(word) { continue }
      guard let index = optional.firstIndex(of: word) else {
        let names = optional.compactMap(\.self) + byName
        throw Failure("`\(name)` has no parameter `\(word)`", help: .suggestion(names.nearest(to: word)))
      }
      if required.count + index < count { throw Failure("`\(word)` is given twice") }
    }
  }
}
