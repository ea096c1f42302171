import Text

/// A value of Liquid.
indirect enum LiquidValue: Sendable, Hashable {
  case nothing
  case flag(Bool)
  case number(Int)
  case text(String)
  case list([LiquidValue])
  case map([String: LiquidValue])

  /// A value of a file's metadata.
  init(_ value: ExtraValue) {
    switch value {
    case .null: self = .nothing
    case .bool(let flag): self = .flag(flag)
    case .int(let number): self = .number(number)
    case .double(let number): self = .text("\(number)")
    case .text(let text): self = .text(text)
    case .list(let values): self = .list(values.map { LiquidValue($0) })
    case .mapping(let members):
      self = .map(Dictionary(members.map { ($0.key, LiquidValue($0.value)) }, uniquingKeysWith: { $1 }))
    }
  }

  /// What is printed of it.
  var printed: String {
    switch self {
    case .nothing, .map: ""
    case .flag(let flag): flag ? "true" : "false"
    case .number(let number): String(number)
    case .text(let text): text
    case .list(let values): values.map(\.printed).joined()
    }
  }

  /// Whether a condition holds: all but nothing and `false` is true.
  var isTrue: Bool {
    switch self {
    case .nothing, .flag(false): false
    default: true
    }
  }

  /// What a loop goes through.
  var elements: [LiquidValue] {
    switch self {
    case .list(let values): values
    case .map(let members): members.sorted { $0.key < $1.key }.map { .list([.text($0.key), $0.value]) }
    case .nothing: []
    default: [self]
    }
  }

  /// A member by its name or place.
  subscript(_ key: LiquidValue) -> LiquidValue {
    switch (self, key) {
    case (.map(let members), _): return members[key.printed] ?? .nothing
    case (.list(let values), .number(let place)):
      let index = place < 0 ? values.count + place : place
      return values.indices.contains(index) ? values[index] : .nothing
    case (.list(let values), .text("first")): return values.first ?? .nothing
    case (.list(let values), .text("last")): return values.last ?? .nothing
    case (.list(let values), .text("size")): return .number(values.count)
    case (.text(let text), .text("size")): return .number(text.count)
    default: return .nothing
    }
  }
}

extension LiquidValue {
  /// About how many bytes it has; `nil` where these are more than a value may have, or lists stand in lists too deeply.
  func size(depth: Int = 0) -> Int? {
    if depth > LiquidValue.deepest { return nil }
    var size = 8
    switch self {
    case .nothing, .flag, .number: break
    case .text(let text): size += text.utf8.count
    case .list(let values):
      for value in values {
        guard let more = value.size(depth: depth + 1), size <= LiquidAllowance.largestValue else { return nil }
        size += more
      }
    case .map(let members):
      for (key, value) in members {
        guard let more = value.size(depth: depth + 1), size <= LiquidAllowance.largestValue else { return nil }
        size += key.utf8.count + more
      }
    }
    return size <= LiquidAllowance.largestValue ? size : nil
  }

  private static let deepest = 16
}
