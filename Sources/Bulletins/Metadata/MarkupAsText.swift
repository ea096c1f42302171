import Diagnostics
import Text

/// Marks of Markdown or HTML in a title, a subtitle or an abstract of front matter, which is plain text: readers would see
/// them.
enum MarkupAsText {
  /// The first mark of a value that is surely meant as one; `nil` where there is none.
  static func find(_ value: WrittenValue, in source: SourceFile) -> Diagnostic? {
    // Most values have none of the signs.
    guard value.range.upperBound <= source.bytes.count, let text = value.text,
      text.utf8.contains(where: { "*]<".utf8.contains($0) })
    else { return nil }
    for (mark, help) in [bold(text), link(text), element(text)].compactMap(\.self) {
      let bytes = Bytes(mark.utf8)
      guard let start = source.bytes.firstOffset(of: bytes, from: value.range.lowerBound),
        start + bytes.count <= value.range.upperBound
      else { continue }
      let isLeftOut = !PlainWords.of(text).contains(mark)
      return Diagnostic(
        .markupAsText, "“\(mark)” is \(isLeftOut ? "left out" : "printed as it is"): this is plain text",
        at: source.location(start..<start + bytes.count),
        help: help)
    }
    return nil
  }

  /// `**words**`, `**words`
  private static func bold(_ text: String) -> (String, String)? {
    guard let open = text.firstRange(of: "**"), text[open.upperBound...].first.map({ $0 != " " }) ?? false else {
      return nil
    }
    let isMeant =
      text[open.upperBound...].firstRange(of: "**").map { $0.lowerBound > open.upperBound }
      ?? (text[..<open.lowerBound].last.map { $0 == " " } ?? true && text[open.upperBound].isLetter)
    return isMeant ? ("**", "write the words without the stars") : nil
  }

  /// `[words](address)`
  private static func link(_ text: String) -> (String, String)? {
    guard let middle = text.firstRange(of: "]("), text[..<middle.lowerBound].contains("["),
      text[middle.upperBound...].contains(")")
    else { return nil }
    return ("](", "write the words alone, and link in the text")
  }

  /// `<em>words</em>`, `<br>`
  private static func element(_ text: String) -> (String, String)? {
    let bytes = Bytes(text.utf8)
    var at = 0
    // Looked for once, however many tags there are.
    var ended: Set<Bytes>?
    while let open = bytes.firstOffset(of: UInt8(ascii: "<"), from: at) {
      at = open + 1
      let name = Array(bytes[at...].prefix { $0.isASCIILetter || $0.isASCIIDigit })
      guard !name.isEmpty, at + name.count < bytes.count else { continue }
      let word = name.string
      if word.lowercased() == "br" { return ("<\(word)", "write the words without the element") }
      let names = ended ?? endedElements(in: bytes)
      ended = names
      if names.contains(name) { return ("<\(word)", "write the words without the element") }
    }
    return nil
  }

  /// The names of all elements whose end tag stands in a text.
  private static func endedElements(in text: Bytes) -> Set<Bytes> {
    var names: Set<Bytes> = []
    var at = 0
    while let open = text.firstOffset(of: Bytes("</".utf8), from: at) {
      at = open + 2
      let name = text[at...].prefix { $0.isASCIILetter || $0.isASCIIDigit }
      if name.endIndex < text.count, text[name.endIndex] == UInt8(ascii: ">") { names.insert(Array(name)) }
    }
    return names
  }
}

extension DiagnosticKind {
  static let markupAsText = DiagnosticKind(
    "markup-as-text", .warning,
    "A title, a subtitle or an abstract in front matter is plain text. Marks of Markdown in it, stars and brackets, are printed as they are; of elements of HTML around words, only the words are. Names of signs such as `&amp;` are read as these."
  )
}

extension WrittenValue {
  /// The value as plain text, where it is one that was written for HTML.
  var inPlainWords: WrittenValue {
    guard case .scalar(let text, let meaning) = content, meaning != .null,
      text.utf8.contains(UInt8(ascii: "&")) || text.utf8.contains(UInt8(ascii: "<"))
    else { return self }
    let words = PlainWords.of(text)
    return words == text ? self : WrittenValue(.scalar(words, meaning: .text(words)), at: range)
  }
}
