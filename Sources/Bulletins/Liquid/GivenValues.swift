import Text
import YAML

/// What a site says that tags of other engines ask it for: `{{ site.repository }}`, `{{< param "team.chat" >}}`.
public struct GivenValues: Sendable, Hashable {
  let members: [String: LiquidValue]

  /// No values.
  public static let none = GivenValues(members: [:])

  private init(members: [String: LiquidValue]) { self.members = members }

  /// The values of a mapping, which may have mappings and lists in it; `nil` for another node.
  public init?(_ node: YAMLNode) {
    guard case .mapping(let written) = WrittenValue(node).extra,
      case .map(let members) = LiquidValue(.mapping(written))
    else { return nil }
    self.members = members
  }

  /// The value under a path with full stops between its keys; `nil` where there is none.
  subscript(_ path: String) -> String? {
    if members.isEmpty { return nil }
    let value = path.split(separator: ".").reduce(LiquidValue.map(members)) { $0[.text(String($1))] }
    return value == .nothing ? nil : value.printed
  }

  /// All of them in a fixed order, on a line.
  var key: String { members.isEmpty ? "" : LiquidValue.map(members).described }
}

extension LiquidValue {
  /// What it is and holds, in a fixed order.
  fileprivate var described: String {
    switch self {
    case .nothing, .flag, .number: printed
    case .text(let text): "\(text.utf8.count):\(text)"
    case .list(let values): "[" + values.map(\.described).joined(separator: ",") + "]"
    case .map(let members):
      "{" + members.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.described)" }.joined(separator: ",") + "}"
    }
  }
}
