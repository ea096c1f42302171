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

  /// The value as JSON that may stand inside a `script` element; `nil` for what JSON has no form for.
  var json: Bytes? { json(indentedBy: nil) }

  /// The same, with each element on a line of its own when an indent is given.
  func json(indentedBy indent: Int?) -> Bytes? {
    var out = Bytes()
    return writeJSON(to: &out, indent: indent, depth: 0) ? out : nil
  }

  private func writeJSON(to out: inout Bytes, indent: Int?, depth: Int) -> Bool {
    if depth > Value.maximumDepth || out.count > 1 << 26 { return false }
    switch self {
    case .none: out.append(contentsOf: "null".utf8)
    case .bool(let value): out.append(contentsOf: (value ? "true" : "false").utf8)
    case .double(let value) where !value.isFinite: return false
    case .int, .double, .big: write(to: &out)
    case .text(let bytes), .safe(let bytes): out.append(jsonString: bytes, isASCII: true)
    case .list(let list), .tuple(let list):
      var layout = JSONLayout("[", "]", indent: indent, depth: depth, to: &out)
      for value in list.values {
        layout.beginElement(&out)
        guard value.writeJSON(to: &out, indent: indent, depth: depth + 1) else { return false }
      }
      layout.end(&out)
    // As Jinja writes objects: in the order of the keys.
    case .record(let record):
      var layout = JSONLayout("{", "}", indent: indent, depth: depth, to: &out)
      for (index, name) in record.shape.namesInJSON {
        layout.beginElement(&out)
        out += name
        guard record.value(at: index).writeJSON(to: &out, indent: indent, depth: depth + 1) else { return false }
      }
      layout.end(&out)
    case .map(let map):
      var layout = JSONLayout("{", "}", indent: indent, depth: depth, to: &out)
      var members = map.map.pairs.map { (key: $0.key.jsonKey, value: $0.value) }
      if members.count > 1 { members.sort { $0.key.lexicographicallyPrecedes($1.key) } }
      for (key, value) in members {
        layout.beginElement(&out)
        out.append(jsonName: key)
        guard value.writeJSON(to: &out, indent: indent, depth: depth + 1) else { return false }
      }
      layout.end(&out)
    case .undefined, .callable, .namespace: return false
    }
    return true
  }

  /// The name that a key has in JSON, which knows texts only.
  private var jsonKey: Bytes {
    switch self {
    case .none: Bytes("null".utf8)
    case .bool(let value): Bytes((value ? "true" : "false").utf8)
    default: printed
    }
  }
}

/// How the elements of an array or object are set: on one line, or each on its own.
private struct JSONLayout {
  private let close: UInt8
  private let indent: Int?
  private let depth: Int
  private var isEmpty = true

  init(_ open: Unicode.Scalar, _ close: Unicode.Scalar, indent: Int?, depth: Int, to out: inout Bytes) {
    self.close = UInt8(ascii: close)
    self.indent = indent
    self.depth = depth
    out.append(UInt8(ascii: open))
  }

  mutating func beginElement(_ out: inout Bytes) {
    if !isEmpty { out.append(UInt8(ascii: ",")) }
    if indent != nil { breakLine(depth + 1, &out) } else if !isEmpty { out.append(0x20) }
    isEmpty = false
  }

  func end(_ out: inout Bytes) {
    if !isEmpty { breakLine(depth, &out) }
    out.append(close)
  }

  private func breakLine(_ depth: Int, _ out: inout Bytes) {
    guard let indent else { return }
    out.append(0x0A)
    out.append(contentsOf: repeatElement(0x20, count: indent * depth))
  }
}
