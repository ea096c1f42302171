import Text

/// The text of an included file, in its two parts: addresses of links by reference, which the text around it uses, too, and
/// what is printed.
struct IncludedText {
  private(set) var definitions = Bytes()
  private(set) var rest = Bytes()

  init(_ text: Bytes) {
    let lines = sourceLines(of: text, in: 0..<text.count)
    let isCode = CodeLines.fenced(text, lines)
    for (line, isCode) in zip(lines, isCode) {
      if !isCode, IncludedText.isDefinition(text[line]) {
        definitions += text[line] + [0x0A]
      } else {
        rest += text[line] + [0x0A]
      }
    }
  }

  /// `[tides]: https://tides.example.org/`, on one line.
  static func isDefinition(_ line: ArraySlice<UInt8>) -> Bool {
    let words = line.drop { $0 == 0x20 }
    guard words.startIndex - line.startIndex < 4, words.first == UInt8(ascii: "["),
      words.dropFirst().first != UInt8(ascii: "^"), let close = words.firstIndex(of: UInt8(ascii: "]")),
      close > words.startIndex + 1, close + 1 < words.endIndex, words[close + 1] == UInt8(ascii: ":")
    else { return false }
    return !words[(close + 2)...].allSatisfy(\.isASCIISpace)
  }

  /// Whether anything is printed.
  var isPrinted: Bool { !rest.allSatisfy(\.isASCIISpace) }

  /// What is printed, as HTML; `nil` for what no parser reads in time.
  func html(_ options: ReadingOptions) -> Bytes? {
    let text = rest + [0x0A] + definitions
    return EngineTagBounds.firstExcess(in: text) == nil
      ? TagText(text).withBlocksAsMarkdown(options.extensions).html(options) : nil
  }
}
