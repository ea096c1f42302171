import Foundation

/// The quotation marks and the apostrophe that a language prints, in the place of those on a keyboard.
public struct Quotes: Sendable {
  /// The marks around a quotation.
  public let outer: (open: String, close: String)
  /// The marks around a quotation inside of another.
  public let inner: (open: String, close: String)

  /// The four marks: those around a quotation, and those around one inside of it.
  public init(open: String, close: String, innerOpen: String, innerClose: String) {
    outer = (open, close)
    inner = (innerOpen, innerClose)
  }

  /// What the Unicode consortium's tables have for a language, given by its BCP 47 tag.
  public init(language: String) {
    let locale = Locale(language: language)
    outer = (locale.quotationBeginDelimiter ?? "“", locale.quotationEndDelimiter ?? "”")
    inner = (locale.alternateQuotationBeginDelimiter ?? "‘", locale.alternateQuotationEndDelimiter ?? "’")
  }

  /// The text with its straight marks as the language prints them.
  ///
  /// - Parameter isMarkup: Whether tags are passed over, and entities of the marks count as marks.
  public func applied(to text: String, isMarkup: Bool) -> String {
    var result = ""
    var rest = text[...]
    var last: Character?
    while let character = rest.first {
      if isMarkup, character == "<", let end = rest.firstIndex(of: ">") {
        result += rest[...end]
        rest = rest[rest.index(after: end)...]
        continue
      }
      let length = isMarkup ? entityLength(rest) : nil
      let next = rest.dropFirst(length ?? 1)
      let mark = length == nil ? character : rest.hasAnyPrefix("&#39;", "&apos;") ? "'" : "\""
      if mark == "\"" || mark == "'" {
        result += printed(mark, after: last, before: next.first)
      } else {
        result.append(character)
      }
      last = mark
      rest = next
    }
    return result
  }

  /// A text that is to stand between quotation marks: those in it, of whatever language, become the inner ones.
  public func within(_ text: String) -> String {
    let marks = text.unicodeScalars.count(where: Quotes.isDouble)
    // Of marks that do not come in pairs, or that are inches, nobody knows which is which.
    guard marks > 0, marks.isMultiple(of: 2), !text.hasInches else { return text }
    var result = ""
    var opens = true
    var last: Character?
    for character in text {
      guard let scalar = character.unicodeScalars.first, Quotes.isDouble(scalar) else {
        // French has blanks inside of its marks.
        let isInside = last.map { "«‹".contains($0) } ?? false
        if !(isInside && character.isWhitespace) { result.append(character) }
        last = character
        continue
      }
      // Which of them begins a quotation, languages do not agree on.
      if character == "„" || character == "「" { opens = true }
      if !opens { while result.last?.isWhitespace == true { result.removeLast() } }
      result += opens ? inner.open : inner.close
      opens.toggle()
      last = character
    }
    return result
  }

  private static func isDouble(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "“", "”", "„", "‟", "«", "»", "「", "」": true
    default: false
    }
  }

  private func entityLength(_ text: Substring) -> Int? {
    guard text.first == "&" else { return nil }
    return ["&#34;", "&quot;", "&#39;", "&apos;"].first { text.hasPrefix($0) }?.count
  }

  private func printed(_ mark: Character, after last: Character?, before next: Character?) -> String {
    let opens = last.map { $0.isWhitespace || "([{<–—-/\"'".contains($0) } ?? true
    let marks = mark == "\"" ? outer : inner
    if opens, next?.isWhitespace == false { return marks.open }
    // Between letters, it is an apostrophe.
    return mark == "'" && last?.isLetter == true && next?.isLetter == true ? "’" : marks.close
  }
}

extension String {
  /// Whether a straight mark stands behind a figure: `12"`.
  fileprivate var hasInches: Bool {
    zip(utf8, utf8.dropFirst()).contains { (0x30...0x39).contains($0) && $1 == UInt8(ascii: "\"") }
  }
}

extension Substring {
  fileprivate func hasAnyPrefix(_ prefixes: String...) -> Bool { prefixes.contains { hasPrefix($0) } }
}
