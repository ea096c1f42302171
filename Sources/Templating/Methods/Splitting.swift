import Text

/// Cutting a text at a separator, or at white space where there is none.
struct Splitting {
  private let value: Value
  private let bytes: Bytes
  private let separator: Bytes?
  /// How often the text is cut at most.
  private let limit: Int
  private let input: Input

  init(_ value: Value, _ input: Input) throws(Failure) {
    self.value = value
    self.input = input
    bytes = value.bytes ?? []
    switch input.value(0, or: "sep") ?? .none {
    case .none, .undefined: separator = nil
    case .text(let bytes), .safe(let bytes):
      if bytes.isEmpty { throw Failure("the text to part at is empty") }
      separator = bytes
    case let other: throw Failure("a text is parted at a text, not at \(other.kind)")
    }
    let given = input.value(1, or: "maxsplit") ?? .int(-1)
    guard let limit = given.extent else { throw Failure("`maxsplit` must be a whole number, not \(given.kind)") }
    self.limit = limit < 0 ? .max : limit
  }

  /// The parts; where they are limited, what is left over is at the end, or at the start.
  func parts(fromEnd: Bool) throws(Failure) -> Value {
    let parts: [ArraySlice<UInt8>]
    if let separator {
      parts = fromEnd ? try partsFromEnd(separator) : try partsFromStart(separator)
    } else {
      parts = try words(fromEnd: fromEnd)
    }
    try input.allowance.take(bytes: 64, times: parts.count)
    return .mutableList(try parts.map { (part) throws(Failure) in try TextMethods.cut(part, like: value, input) })
  }

  private func partsFromStart(_ separator: Bytes) throws(Failure) -> [ArraySlice<UInt8>] {
    try bytes.pieces(between: separator, limit: limit, within: input.allowance)
  }

  private func partsFromEnd(_ separator: Bytes) throws(Failure) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    var end = bytes.count
    while parts.count < limit,
      let found = try bytes.lastOffset(of: separator, in: 0..<end, within: input.allowance)
    {
      try input.allowance.take(bytes: 32)
      parts.append(bytes[(found + separator.count)..<end])
      end = found
    }
    return [bytes[..<end]] + parts.reversed()
  }

  /// What stands between white space.
  private func words(fromEnd: Bool) throws(Failure) -> [ArraySlice<UInt8>] {
    try input.allowance.spend(24 * bytes.count)
    var words: [Range<Int>] = []
    var start: Int?
    var at = 0
    for scalar in bytes.string.unicodeScalars {
      if scalar.isPythonSpace {
        if let begun = start {
          try input.allowance.take(bytes: 32)
          words.append(begun..<at)
        }
        start = nil
      } else if start == nil {
        start = at
      }
      at += UTF8.width(scalar)
    }
    if let start { words.append(start..<bytes.count) }
    guard words.count > limit else { return words.map { bytes[$0] } }
    let tail = Array(bytes).string.trimmedLength
    if fromEnd {
      let head = words.count - limit
      let rest = limit == 0 ? bytes[..<tail] : bytes[..<words[head - 1].upperBound]
      // The white space before the first word stays.
      return [rest] + words[head...].map { bytes[$0] }
    }
    return words[..<limit].map { bytes[$0] } + [bytes[words[limit].lowerBound...]]
  }
}

extension String {
  /// How many bytes the text has without the white space at its end.
  fileprivate var trimmedLength: Int { trimming(start: false).utf8.count }
}
