import Text

/// The arguments that a method takes, as Python's method of that name takes them.
struct MethodSignature: Sendable {
  /// What must be given, in words; these arguments have no names.
  private let required: [String]
  /// What may be given behind it: a name for each, or `nil` where it is given by its place alone.
  private let optional: [String?]
  /// What may be given by name alone.
  private let byName: [String]
  /// Whether values under any name may be given as well, and any number of others where nothing is optional.
  private let isOpen: Bool

  private init(
    _ required: String..., optional: [String?] = [], byName: [String] = [], isOpen: Bool = false
  ) {
    self.required = required
    self.optional = optional
    self.byName = byName
    self.isOpen = isOpen
  }

  static let nothing = MethodSignature()
  private static let key = MethodSignature("a key", optional: [nil])
  private static let value = MethodSignature("a value")
  private static let text = MethodSignature("a text")
  private static let search = MethodSignature("a text to look for", optional: [nil, nil])
  private static let cutting = MethodSignature(optional: ["sep", "maxsplit"])
  private static let trimming = MethodSignature(optional: [nil])
  private static let width = MethodSignature("a width", optional: [nil])

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
    "update": MethodSignature(optional: [nil], isOpen: true), "pop": .key, "setdefault": .key, "copy": .nothing,
    "clear": .nothing, "popitem": .nothing,
  ]

  /// What texts have beside changes and tests of their letters, which take nothing.
  static let ofTexts: [String: MethodSignature] = [
    "strip": .trimming, "lstrip": .trimming, "rstrip": .trimming, "removeprefix": .text, "removesuffix": .text,
    "replace": MethodSignature("a text", "another one for its place", optional: ["count"]), "startswith": .search,
    "endswith": .search, "count": .search, "find": .search, "rfind": .search, "index": .search, "rindex": .search,
    "split": .cutting, "rsplit": .cutting, "splitlines": MethodSignature(optional: ["keepends"]), "partition": .text,
    "rpartition": .text, "join": MethodSignature("the texts to join"), "center": .width, "ljust": .width,
    "rjust": .width, "zfill": MethodSignature("a width"), "expandtabs": MethodSignature(optional: ["tabsize"]),
    "format": MethodSignature(isOpen: true),
  ]

  /// Holds arguments to what the method takes.
  func check(_ input: Input, for name: String) throws(Failure) {
    let count = input.values.count
    if count < required.count {
      let needed = required.joined(separator: " and ")
      throw Failure("`\(name)` needs \(needed)")
    }
    let most = required.count + optional.count
    if count > most, !(isOpen && most == 0) {
      guard let first = byName.first else { throw Failure("`\(name)` takes \(Parameter.atMost(most))") }
      throw Failure("`\(name)` takes its arguments by name", help: "write `\(first)=…`")
    }
    for (argument, _) in input.named where !isOpen {
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
