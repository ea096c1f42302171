import Diagnostics
import Languages
import Markdown
import Text

/// A line within a sentence that begins with a sign of Markdown, since the line before it happened to end there: a dash
/// between two years becomes an item of a list, `> 5` a quotation, `# 5` a heading, the number of a day an item.
enum LineAsMarkup {
  /// What is said of a list, a quotation or a heading that goes on with the sentence above it.
  static func find(_ block: MarkdownNode, in source: SourceFile, _ language: Language) -> Diagnostic? {
    let first = block.lines.lowerBound
    // Within a list, an item goes on as its author indented it.
    guard block.parent?.parent == nil, let above = block.previous, above.kind == .paragraph,
      above.lines.upperBound == first - 1,
      block.firstChild?.next == nil || block.isHeading
    else { return nil }
    let line = source.bytes[source.range(ofLine: first)].drop { $0 == 0x20 }
    let sign = line.prefix { !$0.isASCIISpace }
    guard !sign.isEmpty, sign.count < 4, goesOn(below: first - 1, in: source, language),
      let name = name(of: block, Array(sign), line[sign.endIndex...].drop { $0 == 0x20 }, in: source)
    else { return nil }
    // The sign that makes the difference: the stop behind a number.
    let at = block.firstNumber == nil ? sign.startIndex : sign.endIndex - 1
    let meant = "\(Array(sign.dropLast(sign.endIndex - at)).string)\\\(Array(source.bytes[at..<sign.endIndex]).string)"
    return Diagnostic(
      .lineAsMarkup, "this line goes on with the sentence above, and is published as \(name)",
      at: source.location(sign.startIndex..<sign.endIndex),
      help: "write `\(meant)`, if it is no \(name.split(separator: " ").last ?? "")",
      mend: Mend("put a backslash before the sign", [source.edit(at..<at, "\\".utf8)], isSafe: false))
  }

  /// What a block is called whose first line goes on with words that a sentence may have there.
  private static func name(
    of block: MarkdownNode, _ sign: Bytes, _ rest: ArraySlice<UInt8>, in source: SourceFile
  ) -> String? {
    let isNumber = rest.first?.isASCIIDigit == true
    switch block.kind {
    case .list where block.firstNumber != nil: return "the item of a list"
    case .list:
      // Items that begin in lower case are usual; but a sentence goes on at the beginning of the next line.
      let isSentence =
        sign == Bytes("-".utf8) && rest.first.map { 0x61...0x7A ~= $0 } == true && goesOnLazily(block, in: source)
      return isNumber || isSentence ? "the item of a list" : nil
    case .blockQuote: return isNumber && block.firstChild?.kind == .paragraph ? "a quotation" : nil
    case .heading(1):
      let behind = rest.drop(while: \.isASCIIDigit)
      let word = behind.dropFirst().first
      return isNumber && behind.first == 0x20 && word.map { 0x61...0x7A ~= $0 } == true ? "a heading" : nil
    default: return nil
    }
  }

  /// Whether a sentence goes on below a line: it fills its line, or ends with a number or a month.
  private static func goesOn(below number: Int, in source: SourceFile, _ language: Language) -> Bool {
    let line = Array(source.bytes[source.range(ofLine: number)]).string.trimmed
    guard let last = line.unicodeScalars.last, last.properties.isAlphabetic || ("0"..."9").contains(last) || last == ","
    else { return false }
    let words = line.split(separator: " ")
    guard words.count > 1, let word = words.last else { return false }
    return line.utf8.count >= 40 || ("0"..."9").contains(last) || language.dates.isMonth(String(word))
  }

  /// Whether lines that are not indented belong to the item of a list.
  private static func goesOnLazily(_ list: MarkdownNode, in source: SourceFile) -> Bool {
    list.lines.count > 1
      && source.bytes[source.range(ofLine: list.lines.lowerBound + 1)].first.map { !$0.isASCIISpace } ?? false
  }
}

extension DiagnosticKind {
  static let lineAsMarkup = DiagnosticKind(
    "line-as-markup", .warning,
    "A line within a sentence begins with a sign that makes an item, a quotation or a heading of it: `-`, `>`, `#`, `1.`. A backslash before the sign keeps it in the sentence: `between 1990` and, on the next line, `\\- 1995`."
  )
}
