import Markdown
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
    case "remove": return replaced(text, first, "")
    case "replace": return replaced(text, first, arguments.last?.printed ?? "")
    case "downcase": return .text(text.lowercased())
    case "upcase": return .text(text.uppercased())
    case "capitalize": return .text(text.prefix(1).uppercased() + text.dropFirst())
    case "strip", "lstrip", "rstrip", "normalize_whitespace": return .text(text.trimmed)
    case "strip_newlines": return .text(text.filter { !$0.isNewline })
    case "escape", "xml_escape", "escape_once":
      var html = Bytes()
      html.append(escaping: text.utf8)
      return .text(html.string)
    case "markdownify": return .text(MarkdownDocument(Bytes(text.utf8)).html().string)
    case "safe": return value
    case "slugify": return .text(Slug(of: text)?.description ?? "")
    case "default": return value.isTrue && !text.isEmpty ? value : arguments.first ?? .nothing
    // The last one is Eleventy's.
    case "relative_url", "absolute_url", "url":
      return .text(text.hasPrefix("/") || text.contains(":") ? text : "/" + text)
    case "split": return .list(split(text, first))
    case "join": return joined(value.elements, arguments.isEmpty ? " " : first)
    case "size": return value[.text("size")]
    case "first", "last": return value[.text(name)]
    case "reverse": return .list(value.elements.reversed())
    case "sort": return .list(value.elements.sorted { $0.printed < $1.printed })
    case "uniq":
      var known: Set<LiquidValue> = []
      return .list(value.elements.filter { known.insert($0).inserted })
    case "compact": return .list(value.elements.filter { $0 != .nothing })
    case "map": return .list(value.elements.map { $0[arguments.first ?? .nothing] })
    case "concat": return .list(value.elements + (arguments.first?.elements ?? []))
    case "where": return .list(value.elements.filter { has($0, arguments) })
    case "group_by": return .list(groups(of: value.elements, by: arguments.first ?? .nothing))
    case "slice": return .text(slice(text, arguments))
    case "truncate":
      let most = Int(first) ?? 50
      return .text(text.count > most ? text.prefix(max(0, most - 3)) + "..." : text)
    case "plus", "minus", "times", "divided_by", "modulo": return computed(name, value, arguments.first ?? .nothing)
    default: return nil
    }
  }

  private static func has(_ element: LiquidValue, _ arguments: [LiquidValue]) -> Bool {
    guard let key = arguments.first else { return false }
    return arguments.count > 1 ? element[key] == arguments[1] : element[key].isTrue
  }

  /// Lists of what has the same member, each with the member as `name`.
  private static func groups(of elements: [LiquidValue], by key: LiquidValue) -> [LiquidValue] {
    var names: [String] = []
    var groups: [String: [LiquidValue]] = [:]
    for element in elements {
      let name = element[key].printed
      if groups[name] == nil { names.append(name) }
      groups[name, default: []].append(element)
    }
    return names.map { name in
      let items = groups[name] ?? []
      return .map(["name": .text(name), "items": .list(items), "size": .number(items.count)])
    }
  }

  private static func slice(_ text: String, _ arguments: [LiquidValue]) -> String {
    guard case .number(let start)? = arguments.first else { return "" }
    let from = start < 0 ? max(0, text.count + start) : start
    let length = Int(arguments.dropFirst().first?.printed ?? "1") ?? 1
    return String(text.dropFirst(from).prefix(max(0, length)))
  }

  private static func split(_ text: String, _ mark: String) -> [LiquidValue] {
    if text.isEmpty { return [] }
    if mark.isEmpty { return text.map { .text(String($0)) } }
    return Bytes(text.utf8).parts(between: Bytes(mark.utf8)).map { .text(Bytes($0).string) }
  }

  /// A text with another in the place of a part of it; `nil` where it grows larger than a value may be.
  private static func replaced(_ text: String, _ old: String, _ new: String) -> LiquidValue? {
    if old.isEmpty { return .text(text) }
    return joined(split(text, old), new)
  }

  /// Texts with another between them; `nil` where they grow larger than a value may be.
  private static func joined(_ elements: [LiquidValue], _ mark: String) -> LiquidValue? {
    guard elements.count * mark.utf8.count <= LiquidAllowance.largestValue else { return nil }
    return .text(elements.map(\.printed).joined(separator: mark))
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

extension Bytes {
  /// The parts between the places of a mark.
  fileprivate func parts(between mark: Bytes) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    var start = 0
    while let found = firstOffset(of: mark, from: start) {
      parts.append(self[start..<found])
      start = found + mark.count
    }
    return parts + [self[start...]]
  }
}
