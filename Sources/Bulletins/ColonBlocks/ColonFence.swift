import Markdown
import Text

/// A line of colons that begins a block of text: `:::note Ice`, `::: tip`, `:::{warning}`, `::: {.callout-note}`.
struct ColonFence: Equatable, Sendable {
  /// What such a block is.
  enum Meaning: Equatable, Sendable {
    /// What is set apart from the rest: `> [!NOTE]` and its like, with the title that is printed.
    case alert(kind: String, title: String?)
    /// What readers open if they want to.
    case details(title: String?)
    /// A part with classes or an id, and nothing that readers would see.
    case part(AttributeList)
  }

  /// How many colons there are.
  let count: Int
  /// `nil` for a block that only its own engine knows.
  let meaning: Meaning?

  /// - Parameter line: What stands on the line, without blanks before it; `nil` where it begins no block.
  init?(_ line: ArraySlice<UInt8>) {
    if let name = ColonFence.franklinName(line) {
      count = 2
      meaning = ColonFence.meaning(of: name, title: "") ?? AttributeList(Bytes(".\(name)".utf8)[...]).map { .part($0) }
      return
    }
    let colons = line.prefix { $0 == UInt8(ascii: ":") }
    guard colons.count >= 3 else { return nil }
    count = colons.count
    // Pandoc allows colons at the end, too.
    let words = Array(line.dropFirst(colons.count)).string.trimmed
    let inner = words.hasSuffix(":::") ? String(words.reversed().drop { $0 == ":" }.reversed()).trimmed : words
    guard let first = inner.unicodeScalars.first, first == "{" || first.properties.isAlphabetic else { return nil }
    meaning = first == "{" ? ColonFence.braced(inner) : ColonFence.named(inner)
  }

  /// What a line begins below which what is moved in belongs to a block: `!!! note "Ice"`, `??? tip` of MkDocs; `nil` for
  /// another line.
  static func admonition(_ line: ArraySlice<UInt8>) -> Meaning? {
    let isFolded = line.starts(with: "???".utf8)
    guard isFolded || line.starts(with: "!!!".utf8) else { return nil }
    let words = Array(line.dropFirst(3).drop { $0 == UInt8(ascii: "+") }).string.trimmed
    let name = words.prefix { $0.isASCII && ($0.isLetter || $0 == "-") }
    let rest = words.dropFirst(name.count)
    guard !name.isEmpty, rest.first.map({ $0 == " " }) ?? true else { return nil }
    let title = rest.firstIndex(of: "\"").map { String(rest[$0...]) } ?? ""
    guard title.isEmpty || title.count > 1 && title.hasSuffix("\"") else { return nil }
    let known = meaning(of: String(name), title: title)
    let word = name.prefix(1).uppercased() + name.dropFirst().lowercased()
    guard case .alert(let kind, let shown)? = known ?? .alert(kind: "NOTE", title: shown(title) ?? word)
    else { return known }
    return isFolded ? .details(title: shown ?? word) : .alert(kind: kind, title: shown)
  }

  /// How many colons a line has that ends a block; `nil` for one that ends none.
  static func end(_ line: ArraySlice<UInt8>) -> Int? {
    if line.starts(with: "@@".utf8), line.dropFirst(2).allSatisfy(\.isASCIISpace) { return 2 }
    let colons = line.prefix { $0 == UInt8(ascii: ":") }
    return colons.count >= 3 && line.dropFirst(colons.count).allSatisfy(\.isASCIISpace) ? colons.count : nil
  }

  /// `@@note` of Franklin, which `@@` ends.
  private static func franklinName(_ line: ArraySlice<UInt8>) -> String? {
    guard line.starts(with: "@@".utf8), line.dropFirst(2).first?.isASCIILetter == true else { return nil }
    let name = Array(line.dropFirst(2)).string.trimmed
    return name.utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "-") } ? name : nil
  }

  /// `{note} Ice` of MyST, `{.callout-note title="Ice"}` of Pandoc.
  private static func braced(_ text: String) -> Meaning? {
    guard let close = text.firstIndex(of: "}") else { return nil }
    let inner = String(text[text.index(after: text.startIndex)..<close]).trimmed
    let behind = String(text[text.index(after: close)...]).trimmed
    if inner.utf8.allSatisfy({ $0.isASCIILetter || $0 == UInt8(ascii: "-") }) {
      return meaning(of: inner, title: behind)
    }
    guard behind.isEmpty, let list = AttributeList(Bytes(inner.utf8)[...]), list.words.isEmpty else { return nil }
    let title = list.value(of: "title")
    let named = list.classes.lazy.compactMap { meaning(of: $0, title: title ?? "") }.first
    return named ?? .part(list)
  }

  /// `note Ice`, `note[Ice]`, `note{title="Ice"}`, `tip "Ice"`.
  private static func named(_ text: String) -> Meaning? {
    let name = text.prefix { $0.isASCII && ($0.isLetter || $0 == "-") }
    var rest = String(text.dropFirst(name.count)).trimmed
    var title = ""
    if rest.hasPrefix("["), let close = rest.firstIndex(of: "]") {
      title = String(rest[rest.index(after: rest.startIndex)..<close])
      rest = String(rest[rest.index(after: close)...]).trimmed
    }
    if rest.hasPrefix("{") {
      guard rest.hasSuffix("}"), let list = AttributeList(Bytes(rest.utf8.dropFirst().dropLast())[...]) else {
        return nil
      }
      title = list.value(of: "title") ?? title
    } else if !rest.isEmpty {
      title = rest
    }
    return meaning(of: String(name), title: title)
  }

  /// A title as readers see it, which may be in Markdown, or between quotation marks; `nil` for nothing.
  private static func shown(_ title: String) -> String? {
    let isQuoted = title.count > 1 && title.hasPrefix("\"") && title.hasSuffix("\"")
    let written = isQuoted ? String(title.dropFirst().dropLast()) : title
    let plain = written.isEmpty ? "" : MarkdownDocument(Bytes(written.utf8)).root.text.trimmed
    return plain.isEmpty ? nil : plain
  }

  /// What a name means, with a title as it was written.
  private static func meaning(of name: String, title: String) -> Meaning? {
    let lower = name.lowercased()
    let key = lower.hasPrefix("callout-") ? String(lower.dropFirst("callout-".count)) : lower
    if let kind = kinds[key] { return .alert(kind: kind, title: shown(title)) }
    return ["details", "dropdown", "spoiler", "collapse"].contains(key) ? .details(title: shown(title)) : nil
  }

  /// The kinds of alerts, by the names that engines have for them.
  private static let kinds = [
    "note": "NOTE", "info": "NOTE", "abstract": "NOTE", "seealso": "NOTE", "admonition": "NOTE", "tip": "TIP",
    "hint": "TIP", "success": "TIP", "summary": "NOTE", "important": "IMPORTANT", "warning": "WARNING",
    "attention": "WARNING",
    "caution": "CAUTION", "danger": "CAUTION", "error": "CAUTION",
  ]
}
