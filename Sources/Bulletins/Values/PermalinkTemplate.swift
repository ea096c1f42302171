import Text

/// An address that Eleventy makes by a template, `/blog/{{ page.fileSlug }}/`, in the words that patterns of addresses have
/// here.
enum PermalinkTemplate {
  /// The pattern; `nil` where the template asks for what no pattern has.
  static func pattern(_ template: String) -> String? {
    var pattern = ""
    var rest = template[...]
    while let open = rest.firstRange(of: "{{") {
      pattern += rest[..<open.lowerBound]
      rest = rest[open.upperBound...]
      guard let close = rest.firstRange(of: "}}"), let word = word(String(rest[..<close.lowerBound]).trimmed) else {
        return nil
      }
      pattern += word
      rest = rest[close.upperBound...]
    }
    pattern += rest
    if pattern.contains("{%") || pattern.contains("{{") { return nil }
    return pattern.hasSuffix("/index.html") ? String(pattern.dropLast("index.html".count)) : pattern
  }

  /// What stands between the braces, as a word of patterns.
  private static func word(_ expression: String) -> String? {
    let parts = expression.split(separator: "|").map { String($0).trimmed }
    guard let value = parts.first else { return nil }
    let filters = parts.dropFirst()
    if value == "page.date" || value == "date" { return filters.count == 1 ? filters.first.flatMap(day) : nil }
    guard filters.allSatisfy({ ["slug", "slugify", "url", "safe", "downcase", "lower"].contains($0) }) else {
      return nil
    }
    switch value {
    case "page.fileSlug": return "{fileSlug}"
    case "page.filePathStem": return ":sections/{fileSlug}"
    case "title": return "{title}"
    case "slug": return "{slug}"
    case "lang", "locale", "language", "page.lang": return "{lang}"
    default: return nil
    }
  }

  /// `date: '%Y/%m/%d'`, as words of days.
  private static func day(_ filter: String) -> String? {
    guard filter.hasPrefix("date") else { return nil }
    let format = filter.dropFirst("date".count).filter { !":() '\"".contains($0) }
    var words = ""
    var rest = format[...]
    while let mark = rest.popFirst() {
      guard mark == "%" else {
        words.append(mark)
        continue
      }
      guard let letter = rest.popFirst(), let word = days[letter] else { return nil }
      words += word
    }
    return words
  }

  private static let days: [Character: String] = [
    "Y": ":year", "y": ":short_year", "m": ":month", "d": ":day", "j": ":y_day", "b": ":short_month",
    "B": ":long_month",
  ]
}
