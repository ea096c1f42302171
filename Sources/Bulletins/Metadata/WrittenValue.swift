import Text

/// A value as an author wrote it for a key, in whatever syntax.
indirect enum WrittenValue {
  case bool(Bool)
  case text(String)
  case list([WrittenValue])
  case mapping([(String, WrittenValue)])

  /// The text of a scalar, cleaned.
  var text: String? {
    switch self {
    case .text(let text): text.plain
    case .bool(let value): value ? "true" : "false"
    default: nil
    }
  }

  /// One text as several: a list as it is, a text split at commas and semicolons.
  var texts: [String]? {
    if case .list(let values) = self {
      let texts = values.compactMap(\.text)
      return texts.count == values.count ? texts.filter { !$0.isEmpty } : nil
    }
    return text?.split { $0 == "," || $0 == ";" }.map { String($0).trimmed }.filter { !$0.isEmpty }
  }

  /// The value as templates get it.
  var extra: ExtraValue {
    switch self {
    case .bool(let value): .bool(value)
    case .text(let text): .text(text)
    case .list(let values): .list(values.map(\.extra))
    case .mapping(let members):
      .mapping(Dictionary(members.map { ($0.0, $0.1.extra) }, uniquingKeysWith: { first, _ in first }))
    }
  }
}
