import Text

/// The filters of Liquid that texts use.
enum LiquidFilters {
  /// What a filter makes of a value; `nil` for one that is not known.
  static func apply(_ name: String, to value: LiquidValue, _ arguments: [LiquidValue]) -> LiquidValue? {
    let text = value.printed
    let first = arguments.first?.printed ?? ""
    switch name {
    case "append": return .text(text + first)
    case "prepend": return .text(first + text)
    case "remove": return .text(first.isEmpty ? text : text.replacing(first, with: ""))
    case "replace": return .text(first.isEmpty ? text : text.replacing(first, with: arguments.last?.printed ?? ""))
    case "downcase": return .text(text.lowercased())
    case "upcase": return .text(text.uppercased())
    case "capitalize": return .text(text.prefix(1).uppercased() + text.dropFirst())
    case "strip", "lstrip", "rstrip", "normalize_whitespace": return .text(text.trimmed)
    case "strip_newlines": return .text(text.filter { !$0.isNewline })
    case "escape", "xml_escape", "escape_once":
      var html = Bytes()
      html.append(escaping: text.utf8)
      return .text(html.string)
    case "slugify": return .text(Slug(of: text)?.description ?? "")
    case "default": return value.isTrue && !text.isEmpty ? value : arguments.first ?? .nothing
    case "relative_url", "absolute_url": return .text(text.hasPrefix("/") || text.contains(":") ? text : "/" + text)
    case "split": return .list(split(text, first))
    case "join": return .text(value.elements.map(\.printed).joined(separator: arguments.isEmpty ? " " : first))
    case "size": return value[.text("size")]
    case "first", "last": return value[.text(name)]
    case "reverse": return .list(value.elements.reversed())
    case "sort": return .list(value.elements.sorted { $0.printed < $1.printed })
    case "uniq": return .list(value.elements.reduce(into: []) { if !$0.contains($1) { $0.append($1) } })
    case "compact": return .list(value.elements.filter { $0 != .nothing })
    case "map": return .list(value.elements.map { $0[arguments.first ?? .nothing] })
    case "plus", "minus", "times", "divided_by", "modulo": return computed(name, value, arguments.first ?? .nothing)
    default: return nil
    }
  }

  private static func split(_ text: String, _ mark: String) -> [LiquidValue] {
    if text.isEmpty { return [] }
    if mark.isEmpty { return text.map { .text(String($0)) } }
    return text.split(separator: mark, omittingEmptySubsequences: false).map { .text(String($0)) }
  }

  private static func computed(_ name: String, _ value: LiquidValue, _ other: LiquidValue) -> LiquidValue? {
    guard let a = Int(value.printed), let b = Int(other.printed) else { return nil }
    let (result, overflows): (Int, Bool) =
      switch name {
      case "plus": a.addingReportingOverflow(b)
      case "minus": a.subtractingReportingOverflow(b)
      case "times": a.multipliedReportingOverflow(by: b)
      case "modulo": b == 0 ? (0, true) : a.remainderReportingOverflow(dividingBy: b)
      default: b == 0 ? (0, true) : a.dividedReportingOverflow(by: b)
      }
    return overflows ? nil : .number(result)
  }
}
