import Text

extension Value {
  /// Reads JSON; `nil` when the text is none. Objects keep the order of their keys.
  public init?(json text: Bytes) {
    var reader = JSONReader(text)
    guard let value = reader.document() else { return nil }
    self = value
  }

  /// The value as JSON that may stand inside a `script` element; `nil` for what JSON has no form for.
  var json: Bytes? { json(indentedBy: nil) }

  /// The same, with each element on a line of its own when an indent is given.
  func json(indentedBy indent: Int?) -> Bytes? {
    var out = Bytes()
    return writeJSON(to: &out, indent: indent, depth: 0) ? out : nil
  }

  private func writeJSON(to out: inout Bytes, indent: Int?, depth: Int) -> Bool {
    if depth > Value.deepest || out.count > 1 << 26 { return false }
    switch self {
    case .none: out.append(contentsOf: "null".utf8)
    case .bool(let value): out.append(contentsOf: (value ? "true" : "false").utf8)
    case .double(let value) where !value.isFinite: return false
    case .int, .double, .big: write(to: &out)
    case .text(let bytes), .safe(let bytes): out.append(asciiJSONString: bytes)
    case .list(let values), .tuple(let values):
      let layout = JSONLayout(open: "[", close: "]", indent: indent, depth: depth)
      return layout.write(values.values, to: &out) { value, out in
        value.writeJSON(to: &out, indent: indent, depth: depth + 1)
      }
    case .map, .record:
      let layout = JSONLayout(open: "{", close: "}", indent: indent, depth: depth)
      // As Jinja writes it: in the order of the keys.
      var members = (pairs ?? []).map { (key: $0.key.jsonKey, value: $0.value) }
      if members.count > 1 { members.sort { $0.key.lexicographicallyPrecedes($1.key) } }
      return layout.write(members, to: &out) { pair, out in
        out.append(asciiJSONString: pair.key)
        out.append(contentsOf: ": ".utf8)
        return pair.value.writeJSON(to: &out, indent: indent, depth: depth + 1)
      }
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

  /// The number that digits write: whole where they say so, however large.
  init?(number digits: String) {
    if let whole = Int(digits) {
      self = .int(whole)
    } else if let big = BigInteger(digits.utf8.drop { $0 == UInt8(ascii: "-") }) {
      self = digits.hasPrefix("-") ? big.negated.value : big.value
    } else if let number = Double(digits) {
      self = .double(number)
    } else {
      return nil
    }
  }
}

/// How the elements of an array or object are set: on one line, or each on its own.
private struct JSONLayout {
  let open: Character
  let close: Character
  let indent: Int?
  let depth: Int

  func write<Element>(
    _ elements: [Element], to out: inout Bytes, _ writeElement: (Element, inout Bytes) -> Bool
  ) -> Bool {
    out.append(contentsOf: String(open).utf8)
    for (index, element) in elements.enumerated() {
      if index > 0 { out.append(contentsOf: (indent == nil ? ", " : ",").utf8) }
      breakLine(depth + 1, &out)
      guard writeElement(element, &out) else { return false }
    }
    if !elements.isEmpty { breakLine(depth, &out) }
    out.append(contentsOf: String(close).utf8)
    return true
  }

  private func breakLine(_ depth: Int, _ out: inout Bytes) {
    guard let indent else { return }
    out.append(0x0A)
    out.append(contentsOf: repeatElement(0x20, count: indent * depth))
  }
}

extension Array where Element == UInt8 {
  /// Appends text as a JSON string of ASCII characters only.
  fileprivate mutating func append(asciiJSONString text: Bytes) {
    var string = Bytes()
    string.append(jsonString: text)
    guard string.contains(where: { $0 >= 0x80 }) else { return append(contentsOf: string) }
    for scalar in string.string.unicodeScalars {
      if scalar.isASCII {
        append(UInt8(scalar.value))
      } else {
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          append(contentsOf: (#"\u"# + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
        }
      }
    }
  }
}
