import Text

/// A reader of JSON as RFC 8259 has it. It keeps the order of keys, which Foundation's does not.
///
/// Objects become records, those with the same keys of one shape: templates then find a field without looking up a text.
struct JSONReader {
  let text: Bytes
  var at = 0
  private var depth = 0
  private var shapes: [[Bytes]: Shape] = [:]

  /// Objects with more keys are maps rather than records of a shape.
  private static let maximumFields = 32
  private static let maximumDepth = 512

  init(_ text: Bytes) { self.text = text }

  /// The value that the whole text is.
  mutating func document() throws(JSONError) -> Value {
    do {
      _ = try UTF8Span(validating: text.span)
    } catch {
      throw JSONError("this is no UTF-8", at: error.byteOffsets)
    }
    let value = try value(after: nil)
    skipSpace()
    if at < text.count { throw JSONError("nothing can follow the value", at: at..<endOfWord(from: at)) }
    return value
  }

  /// - Parameter mark: What stands before the value, for the message where there is none.
  private mutating func value(after mark: String?) throws(JSONError) -> Value {
    skipSpace()
    let start = at
    switch current {
    case UInt8(ascii: "{"): return try nested { (reader) throws(JSONError) in try reader.object() }
    case UInt8(ascii: "["): return try nested { (reader) throws(JSONError) in try reader.array() }
    case UInt8(ascii: "\""): return .text(try string())
    case let byte? where byte == UInt8(ascii: "-") || byte.isASCIIDigit: return try number()
    default: break
    }
    let end = endOfWord(from: at)
    switch Array(text[start..<end]).string {
    case "null": at = end; return Value.none
    case "true": at = end; return .bool(true)
    case "false": at = end; return .bool(false)
    case let word where word.utf8.contains(where: { $0.isASCIILetter || $0.isASCIIDigit }):
      throw JSONError("`\(word)` is no value of JSON", at: start..<end)
    default: throw JSONError("a value is expected \(mark.map { "after \($0)" } ?? "here")", at: start..<end)
    }
  }

  private mutating func nested(
    _ read: (inout JSONReader) throws(JSONError) -> Value
  ) throws(JSONError) -> Value {
    depth += 1
    defer { depth -= 1 }
    if depth > JSONReader.maximumDepth {
      throw JSONError("this is nested more than \(JSONReader.maximumDepth) levels deep", at: at..<at + 1)
    }
    at += 1
    return try read(&self)
  }

  private mutating func object() throws(JSONError) -> Value {
    if skip("}") { return .map(ValueMap()) }
    var keys: [Bytes] = []
    var values: [Value] = []
    repeat {
      skipSpace()
      guard current == UInt8(ascii: "\"") else {
        throw JSONError("a name in quotation marks is expected here", at: at..<endOfWord(from: at))
      }
      keys.append(try string())
      guard skip(":") else { throw JSONError("`:` is expected after the name", at: at..<endOfWord(from: at)) }
      values.append(try value(after: "`:`"))
    } while skip(",")
    guard skip("}") else { throw JSONError("`,` or `}` is expected here", at: at..<endOfWord(from: at)) }
    return object(keys, values)
  }

  private mutating func object(_ keys: [Bytes], _ values: [Value]) -> Value {
    if let shape = shapes[keys] { return .record(Record(shape, values)) }
    guard keys.count <= JSONReader.maximumFields, Set(keys).count == keys.count else {
      var map = ValueMap()
      for (key, value) in zip(keys, values) { map[.text(key)] = value }
      return .map(map)
    }
    let shape = Shape("an object", isClosed: false, keys.map { Shape.Field($0.string, .any, "") })
    shapes[keys] = shape
    return .record(Record(shape, values))
  }

  private mutating func array() throws(JSONError) -> Value {
    var values: [Value] = []
    if skip("]") { return .list(values) }
    repeat { values.append(try value(after: values.isEmpty ? nil : "`,`")) } while skip(",")
    guard skip("]") else { throw JSONError("`,` or `]` is expected here", at: at..<endOfWord(from: at)) }
    return .list(values)
  }

  private mutating func number() throws(JSONError) -> Value {
    let start = at
    if current == UInt8(ascii: "-") { at += 1 }
    let whole = at
    skipDigits()
    var isNumber = at > whole
    if at > whole + 1, text[whole] == UInt8(ascii: "0") {
      throw JSONError("a number does not begin with a needless `0`", at: start..<at)
    }
    if current == UInt8(ascii: ".") {
      at += 1
      let fraction = at
      skipDigits()
      isNumber = isNumber && at > fraction
    }
    if let letter = current, letter | 0x20 == UInt8(ascii: "e") {
      at += 1
      if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { at += 1 }
      let exponent = at
      skipDigits()
      isNumber = isNumber && at > exponent
    }
    let end = max(at, endOfWord(from: start))
    let digits = Array(text[start..<end]).string
    guard isNumber, end == at, let value = Value(number: digits) else {
      throw JSONError("`\(digits)` is no number of JSON", at: start..<end)
    }
    return value
  }

  // MARK: Bytes

  /// The byte that is read next; `nil` at the end.
  var current: UInt8? { at < text.count ? text[at] : nil }

  private mutating func skipDigits() { while let byte = current, byte.isASCIIDigit { at += 1 } }

  private mutating func skipSpace() {
    while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { at += 1 }
  }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard current == UInt8(ascii: character) else { return false }
    at += 1
    return true
  }

  /// The end of what a reader takes for one word, or of one character.
  private func endOfWord(from start: Int) -> Int {
    func isPart(_ byte: UInt8) -> Bool { byte.isASCIILetter || byte.isASCIIDigit || "+-._".utf8.contains(byte) }
    var end = start
    while end < text.count, isPart(text[end]) { end += 1 }
    if end == start, end < text.count { end += 1 }
    while end < text.count, text[end].isUTF8Continuation { end += 1 }
    return end
  }
}
