import Bulletins
import Templating

extension Value {
  /// The keys of a file's metadata that only templates know, in the order of the file.
  static func extra(_ members: [(key: String, value: ExtraValue)]) -> Value {
    if members.isEmpty { return nothingElse }
    var map = ValueMap()
    for (key, value) in members { map[key] = Value(value) }
    return .map(map)
  }

  /// What nearly all files have beside what the program knows.
  private static let nothingElse = Value.map(ValueMap())

  private init(_ extra: ExtraValue) {
    switch extra {
    case .null: self = .none
    case .bool(let value): self = .bool(value)
    case .int(let number): self = .int(number)
    case .double(let number): self = .double(number)
    case .text(let text): self = Value(text)
    case .list(let values): self = .list(values.map { Value($0) })
    case .mapping(let members):
      var map = ValueMap()
      for member in members { map[member.key] = Value(member.value) }
      self = .map(map)
    }
  }
}
