import Text

/// Methods that values have in templates, as in Python.
enum Methods {
  /// The names of the methods that maps have.
  static let ofMaps = Set(MethodSignature.ofMaps.keys.map { Symbol($0) })

  static func call(_ name: Symbol, on value: Value, _ input: Input, callee: String) throws(Failure) -> Value {
    let word = name.description
    try signature(of: word, value)?.check(input, for: word)
    switch value {
    case .text, .safe: if let result = try TextMethods.call(word, on: value, input) { return result }
    case .list(let list):
      if let result = try call(word, on: list, input) { return result }
      if let result = try find(word, in: list, input) { return result }
    case .tuple(let list): if let result = try find(word, in: list, input) { return result }
    case .map, .record: if let result = try callMap(word, on: value, input) { return result }
    case .callable(let callable):
      if let owner = callable as? any MethodOwner, let result = try owner.callMethod(word, input) { return result }
    case .undefined:
      let base = callee.hasSuffix("." + word) ? String(callee.dropLast(word.count + 1)) : callee
      throw Failure(.undefinedCallee, "`\(base)` is undefined, so `\(callee)` can't be called")
    default: break
    }
    let callables = (value.pairs ?? []).prefix(100).compactMap { pair in
      if case .callable = pair.value { pair.key.excerpt } else { nil }
    }
    let words = names(of: value) + callables
    throw Failure("\(value.kind) has no method `\(name)`", help: .suggestion(words.nearest(to: word)))
  }

  /// Whether a value has a method of a name.
  static func exists(_ name: String, of value: Value) -> Bool { signature(of: name, value) != nil }

  private static func signature(of name: String, _ value: Value) -> MethodSignature? {
    switch value {
    case .text, .safe: TextMethods.signature(of: name)
    case .list: MethodSignature.ofLists[name]
    case .tuple: MethodSignature.ofTuples[name]
    case .map, .record: MethodSignature.ofMaps[name]
    default: nil
    }
  }

  private static func names(of value: Value) -> [String] {
    switch value {
    case .text, .safe: TextMethods.names
    case .list: Array(MethodSignature.ofLists.keys)
    case .tuple: Array(MethodSignature.ofTuples.keys)
    case .map, .record: Array(MethodSignature.ofMaps.keys)
    default: []
    }
  }

  private static func find(_ name: String, in list: SharedList, _ input: Input) throws(Failure) -> Value? {
    if name == "index" { return .int(try place(of: input[0], in: list, input)) }
    guard name == "count" else { return nil }
    var count = 0
    for value in list.values {
      try input.allowance.spend(60)
      if try value.equals(input[0], within: input.allowance) { count += 1 }
    }
    return .int(count)
  }

  /// Where a value stands first, within the places that the second and third argument say.
  private static func place(of wanted: Value, in list: SharedList, _ input: Input) throws(Failure) -> Int {
    func place(_ given: Int) -> Int { min(max(given < 0 ? given + list.count : given, 0), list.count) }
    let start = place(try input.optionalExtent(1) ?? 0)
    let end = max(start, place(try input.optionalExtent(2) ?? .max))
    for (index, value) in list.values[start..<end].enumerated() {
      try input.allowance.spend(60)
      if try value.equals(wanted, within: input.allowance) { return start + index }
    }
    throw Failure("the list does not hold this value")
  }

  private static func call(_ name: String, on list: SharedList, _ input: Input) throws(Failure) -> Value? {
    let first = input[0]
    // What stands behind a place moves.
    try input.allowance.spend(name == "append" ? 4 : name == "reverse" ? 2 * list.count : list.count >> 2)
    switch name {
    case "append":
      try input.allowance.take(values: 2)
      try list.mutate { $0.append(first) }
    case "extend":
      let elements = try Filter.elements(first, input)
      try input.allowance.take(values: 2 * elements.count)
      try list.mutate { $0 += elements }
    case "insert":
      let wanted = try input.extent(0)
      let index = wanted < 0 ? max(0, list.count + wanted) : min(wanted, list.count)
      try input.allowance.take(values: 2)
      try list.mutate { $0.insert(input[1], at: index) }
    case "pop":
      let wanted = input.values.isEmpty ? -1 : try input.extent(0)
      let index = wanted < 0 ? list.count + wanted : wanted
      guard list.indices.contains(index) else { throw Failure("the list has no element \(wanted) to take out") }
      let value = list[index]
      try list.mutate { $0.remove(at: index) }
      return value
    case "remove":
      let index = try place(of: input[0], in: list, input)
      try list.mutate { $0.remove(at: index) }
    case "clear": try list.mutate { $0 = [] }
    case "reverse": try list.mutate { $0.reverse() }
    case "sort":
      let keyed = try Filter.keyed(list.values, by: try SortKey(attribute: .none, caseSensitive: true), input)
      let isReversed = input.named("reverse")?.isTrue == true
      let order = try SortKey.ordered(keyed, reversed: isReversed, input.allowance)
      try list.mutate { $0 = order.map(\.value) }
    case "copy":
      try input.allowance.take(values: list.count)
      return .mutableList(list.values)
    default: return nil
    }
    return Value.none
  }

  private static func callMap(_ name: String, on value: Value, _ input: Input) throws(Failure) -> Value? {
    switch name {
    case "get":
      let key = input[0]
      try input.allowance.spend(key.stepsAsKey)
      let standard = input.values.count > 1 ? input[1] : Value.none
      if case .map(let map) = value { return map.map[key] ?? standard }
      return value.pairs?.first { (pair) in pair.key.bytes == key.bytes }?.value ?? standard
    case "items":
      let pairs = try value.pairs(within: input.allowance) ?? []
      try input.allowance.take(bytes: 100, times: pairs.count)
      return .mutableList(pairs.map { .tuple([$0.key, $0.value]) })
    case "keys": return .mutableList(try Filter.elements(value, input))
    case "values":
      let pairs = try value.pairs(within: input.allowance) ?? []
      return .mutableList(pairs.map(\.value))
    case "copy":
      var map = ValueMap()
      try map.add(try value.pairs(within: input.allowance) ?? [], within: input.allowance)
      return .mutableMap(map)
    default: break
    }
    guard ofMaps.contains(where: { $0.description == name }) else { return nil }
    guard case .map(let map) = value else {
      throw Failure("a map of the page's data can't be changed", help: "change a copy: `{% set mine = dict(…) %}`")
    }
    return try change(name, map, input)
  }

  private static func change(_ name: String, _ map: SharedMap, _ input: Input) throws(Failure) -> Value {
    let key = input[0]
    try input.allowance.spend(key.stepsAsKey)
    switch name {
    case "update":
      var others: [(key: Value, value: Value)] = []
      if let first = input.values.first {
        guard let pairs = try first.pairsOrPairsOfTwo(within: input.allowance) else {
          throw Failure("`update` takes a map, pairs of keys and values, or values with names")
        }
        others = pairs
      }
      others += input.named.map { (Value($0.name.description), $0.value) }
      try input.allowance.take(bytes: ValueMap.memberSize, times: others.count)
      for (key, _) in others {
        try input.allowance.spend(2 * key.stepsAsKey)
        guard ValueMap.isHashable(key) else { throw Failure("\(key.kind) can't be a key") }
      }
      try map.mutate { members in
        for (key, value) in others { members[key] = value }
      }
    case "setdefault":
      if let known = map.map[key] { return known }
      let standard = input.values.count > 1 ? input[1] : .none
      try requireKey(input)
      try input.allowance.take(bytes: ValueMap.memberSize)
      try map.mutate { $0[key] = standard }
      return standard
    case "pop":
      try requireKey(input)
      guard let value = map.map[key] else {
        guard input.values.count > 1 else { throw Failure("the map has no key \(key.excerpt)") }
        return input[1]
      }
      // What stands behind it moves, and is found at another place from then on.
      if key.bytes == nil || map.map.keys.last?.bytes != key.bytes { try input.allowance.spend(100 * map.map.count) }
      try map.mutate { $0[key] = nil }
      return value
    case "popitem":
      guard let last = map.map.keys.last, let value = map.map[last] else { throw Failure("the map is empty") }
      try map.mutate { $0[last] = nil }
      return .tuple([last, value])
    default: try map.mutate { $0 = ValueMap() }
    }
    return .none
  }

  private static func requireKey(_ input: Input) throws(Failure) {
    guard ValueMap.isHashable(input[0]) else { throw Failure("\(input[0].kind) can't be a key") }
  }
}
