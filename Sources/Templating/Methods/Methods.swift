import Text

/// Methods that values have in templates, as in Python.
enum Methods {
  /// The names of the methods that maps have.
  static let ofMaps: Set<Symbol> = Set(
    ["items", "keys", "values", "get", "update", "pop", "setdefault", "copy", "clear", "popitem"].map { Symbol($0) })

  static func call(_ name: Symbol, on value: Value, _ input: Input, callee: String) throws(Failure) -> Value {
    let word = name.description
    switch value {
    case .text, .safe: if let result = try TextMethods.call(word, on: value, input) { return result }
    case .list(let list):
      if let result = try call(word, on: list, input) { return result }
      if let result = try find(word, in: list, input) { return result }
    case .tuple(let list): if let result = try find(word, in: list, input) { return result }
    case .map, .record: if let result = try callMap(word, on: value, input) { return result }
    case .callable(let callable):
      if let result = (callable as? Cycler)?.callMethod(word) { return result }
    case .undefined:
      let base = callee.hasSuffix("." + word) ? String(callee.dropLast(word.count + 1)) : callee
      throw Failure(.undefinedCallee, "`\(base)` is undefined, so `\(callee)` can't be called")
    default: break
    }
    let callables = (value.pairs ?? []).compactMap { pair in
      if case .callable = pair.value { pair.key.printed.string } else { nil }
    }
    let words = names(of: value) + callables
    throw Failure("\(value.kind) has no method `\(name)`", help: .suggestion(words.nearest(to: word)))
  }

  /// Whether a value has a method of a name.
  static func exists(_ name: String, of value: Value) -> Bool { names(of: value).contains(name) }

  private static func names(of value: Value) -> [String] {
    switch value {
    case .text, .safe: TextMethods.names
    case .list:
      ["append", "clear", "copy", "count", "extend", "index", "insert", "pop", "remove", "reverse"]
    case .tuple: ["count", "index"]
    case .map, .record: ofMaps.map(\.description)
    default: []
    }
  }

  private static func find(_ name: String, in list: SharedList, _ input: Input) throws(Failure) -> Value? {
    guard name == "count" || name == "index" else { return nil }
    if name == "count" { return .int(list.count { $0.equals(input[0]) }) }
    guard let index = list.firstIndex(where: { $0.equals(input[0]) }) else {
      throw Failure("the list does not hold this value")
    }
    return .int(index)
  }

  private static func call(_ name: String, on list: SharedList, _ input: Input) throws(Failure) -> Value? {
    let first = input[0]
    switch name {
    case "append": try list.mutate { $0.append(first) }
    case "extend":
      guard let elements = first.elements else { throw Failure("\(first.kind) has no elements") }
      try list.mutate { $0 += elements }
    case "insert":
      let wanted = first.integer ?? 0
      let index = wanted < 0 ? max(0, list.count + max(wanted, -list.count)) : min(wanted, list.count)
      try list.mutate { $0.insert(input[1], at: index) }
    case "pop":
      let wanted = input.values.isEmpty ? -1 : first.integer ?? -1
      let index = wanted < 0 ? list.count + max(wanted, -list.count - 1) : wanted
      guard list.indices.contains(index) else { throw Failure("the list has no element \(wanted) to take out") }
      let value = list[index]
      try list.mutate { $0.remove(at: index) }
      return value
    case "remove":
      guard let index = list.firstIndex(where: { $0.equals(first) }) else {
        throw Failure("the list does not hold this value")
      }
      try list.mutate { $0.remove(at: index) }
    case "clear": try list.mutate { $0 = [] }
    case "reverse": try list.mutate { $0.reverse() }
    case "copy": return .mutableList(list.values)
    default: return nil
    }
    return Value.none
  }

  private static func callMap(_ name: String, on value: Value, _ input: Input) throws(Failure) -> Value? {
    let pairs = value.pairs ?? []
    switch name {
    case "items": return .mutableList(pairs.map { .tuple([$0.key, $0.value]) })
    case "keys": return .mutableList(pairs.map(\.key))
    case "values": return .mutableList(pairs.map(\.value))
    case "get": return pairs.first { $0.key.equals(input[0]) }?.value ?? (input.values.count > 1 ? input[1] : .none)
    case "copy": return .mutableMap(ValueMap(pairs))
    default: break
    }
    guard ofMaps.contains(Symbol(name)) else { return nil }
    guard case .map(let map) = value else {
      throw Failure("a map of the page's data can't be changed", help: "change a copy: `{% set mine = dict(…) %}`")
    }
    return try change(name, map, input)
  }

  private static func change(_ name: String, _ map: SharedMap, _ input: Input) throws(Failure) -> Value {
    let key = input[0]
    switch name {
    case "update":
      let others = input.values.isEmpty ? [] : key.pairs ?? []
      try map.mutate { members in
        for (key, value) in others { members[key] = value }
        for (name, value) in input.named { members[name.description] = value }
      }
    case "setdefault":
      if let known = map.map[key] { return known }
      guard ValueMap.isHashable(key) else { throw Failure("\(key.kind) can't be a key") }
      let standard = input.values.count > 1 ? input[1] : .none
      try map.mutate { $0[key] = standard }
      return standard
    case "pop":
      guard let value = map.map[key] else {
        guard input.values.count > 1 else { throw Failure("the map has no key \(key.printed.string)") }
        return input[1]
      }
      try map.mutate { $0[key] = nil }
      return value
    case "popitem":
      guard let last = map.map.pairs.last else { throw Failure("the map is empty") }
      try map.mutate { $0[last.key] = nil }
      return .tuple([last.key, last.value])
    default: try map.mutate { $0 = ValueMap() }
    }
    return .none
  }
}

extension ValueMap {
  /// A map of pairs.
  init(_ pairs: [(key: Value, value: Value)]) {
    self.init()
    for (key, value) in pairs { self[key] = value }
  }
}
