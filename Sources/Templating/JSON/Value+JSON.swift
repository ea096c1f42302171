import Coding
import Text

extension Value {
  /// Reads JSON. Objects keep the order of their keys.
  ///
  /// - Throws: `JSONError` where the text is anything else.
  public init(json text: Bytes) throws(JSONError) {
    var reader = JSONReader(text)
    self = try reader.document()
  }

  /// The value as JSON that may stand inside a `script` element, each element on a line of its own when an indent is given.
  ///
  /// - Throws: `Failure` for what JSON has no form for, and for what is more than a rendering may make.
  func json(indentedBy indent: Bytes? = nil, within allowance: Allowance) throws(Failure) -> Bytes {
    var out = Bytes()
    try writeJSON(to: &out, indent: indent, depth: 0, within: allowance)
    return out
  }

  private func writeJSON(to out: inout Bytes, indent: Bytes?, depth: Int, within allowance: Allowance) throws(Failure) {
    if depth > Value.maximumDepth { throw Failure("a list that holds itself has no form in JSON") }
    try allowance.take(bytes: 32)
    switch self {
    case .none: out.append(contentsOf: "null".utf8)
    case .bool(let value): out.append(contentsOf: (value ? "true" : "false").utf8)
    case .double(let value) where !value.isFinite:
      throw Failure("a number that is infinite, or none, has no form in JSON")
    case .int, .double, .big: try write(to: &out, within: allowance)
    case .text(let bytes), .safe(let bytes):
      try allowance.take(bytes: 2 * bytes.count)
      try allowance.spend(10 * bytes.count)
      out.append(scriptString: bytes)
    case .list(let list), .tuple(let list):
      try Value.writeJSON(list.values, to: &out, indent: indent, depth: depth, within: allowance)
    case .record(let record) where record.shape.isTuple:
      try Value.writeJSON(record.values, to: &out, indent: indent, depth: depth, within: allowance)
    // As Jinja writes objects: in the order of the keys.
    case .record(let record):
      var layout = JSONLayout("{", "}", indent: indent, depth: depth, to: &out)
      for (index, name) in record.shape.namesInJSON {
        try layout.beginElement(&out, within: allowance)
        out += name
        try record.value(at: index).writeJSON(to: &out, indent: indent, depth: depth + 1, within: allowance)
      }
      try layout.end(&out, within: allowance)
    case .map(let map):
      try allowance.take(values: 4 * map.map.count)
      var layout = JSONLayout("{", "}", indent: indent, depth: depth, to: &out)
      var members: [(key: Bytes, value: Value)] = []
      for (key, value) in map.map.pairs { members.append((try key.jsonKey(within: allowance), value)) }
      try allowance.spend(members.count * 20)
      if members.count > 1 { try Value.sort(&members, of: map.map) }
      for (key, value) in members {
        try layout.beginElement(&out, within: allowance)
        try allowance.take(bytes: 2 * key.count)
        out.append(jsonName: key)
        try value.writeJSON(to: &out, indent: indent, depth: depth + 1, within: allowance)
      }
      try layout.end(&out, within: allowance)
    case .undefined, .callable, .namespace: throw Failure("\(kind) has no form in JSON")
    }
  }

  private static func writeJSON(
    _ values: [Value], to out: inout Bytes, indent: Bytes?, depth: Int, within allowance: Allowance
  ) throws(Failure) {
    var layout = JSONLayout("[", "]", indent: indent, depth: depth, to: &out)
    for value in values {
      try layout.beginElement(&out, within: allowance)
      try value.writeJSON(to: &out, indent: indent, depth: depth + 1, within: allowance)
    }
    try layout.end(&out, within: allowance)
  }

  /// Puts members in the order of their keys: numbers by their size, texts by their characters, but not both together.
  private static func sort(_ members: inout [(key: Bytes, value: Value)], of map: ValueMap) throws(Failure) {
    let texts = map.keys.count { $0.bytes != nil }
    guard texts == 0 || texts == map.count else {
      throw Failure("keys that are texts and others have no order in JSON")
    }
    if texts > 0 { return members.sort { $0.key.lexicographicallyPrecedes($1.key) } }
    let numbers = map.keys.map { $0.number ?? 0 }
    members = members.indices.sorted { numbers[$0] < numbers[$1] }.map { members[$0] }
  }

  /// The name that a key has in JSON, which knows texts only.
  private func jsonKey(within allowance: Allowance) throws(Failure) -> Bytes {
    switch self {
    case .none: return Bytes("null".utf8)
    case .bool(let value): return Bytes((value ? "true" : "false").utf8)
    case .tuple: throw Failure("a tuple can't be a name in JSON")
    default: return try printed(within: allowance)
    }
  }
}

extension Array where Element == UInt8 {
  /// Appends a text as a string of JSON that has nothing but visible ASCII.
  fileprivate mutating func append(scriptString text: Bytes) {
    let start = count
    append(jsonString: text, isASCII: true)
    guard text.contains(0x7F) else { return }
    let parts = self[start...].split(separator: 0x7F, omittingEmptySubsequences: false)
    replaceSubrange(start..., with: Bytes(parts.joined(separator: Bytes(#"\u007f"#.utf8))))
  }
}

/// How the elements of an array or object are set: on one line, or each on its own.
private struct JSONLayout {
  private let close: UInt8
  private let indent: Bytes?
  private let depth: Int
  private var isEmpty = true

  init(_ open: Unicode.Scalar, _ close: Unicode.Scalar, indent: Bytes?, depth: Int, to out: inout Bytes) {
    self.close = UInt8(ascii: close)
    self.indent = indent
    self.depth = depth
    out.append(UInt8(ascii: open))
  }

  mutating func beginElement(_ out: inout Bytes, within allowance: Allowance) throws(Failure) {
    if !isEmpty { out.append(UInt8(ascii: ",")) }
    if indent != nil { try breakLine(depth + 1, &out, allowance) } else if !isEmpty { out.append(0x20) }
    isEmpty = false
  }

  func end(_ out: inout Bytes, within allowance: Allowance) throws(Failure) {
    if !isEmpty { try breakLine(depth, &out, allowance) }
    out.append(close)
  }

  private func breakLine(_ depth: Int, _ out: inout Bytes, _ allowance: Allowance) throws(Failure) {
    guard let indent else { return }
    try allowance.take(bytes: indent.count, times: depth)
    out.append(0x0A)
    for _ in 0..<depth { out += indent }
  }
}
