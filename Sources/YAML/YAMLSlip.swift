import Diagnostics
import Text

/// A mistake of an editor by which a text is no YAML: what libfyaml stumbles over, told by the line that is the cause.
struct YAMLSlip {
  /// What is said.
  let message: String
  /// Where, in the text.
  let range: Range<Int>
  let help: String?
  /// What is to stand in the place of a part of the text, and what that does.
  private(set) var mend: (summary: String, range: Range<Int>, text: String, isSafe: Bool)?
  /// The line that is left out, so that what stands behind it can be read.
  let line: YAMLLine
  /// Whether only its value can't be read, so that its key is not missing.
  let isInValue: Bool

  /// A mistake in the value of a line.
  static func inValue(
    _ line: YAMLLine, _ message: String, at range: Range<Int>, help: String?
  ) -> YAMLSlip {
    YAMLSlip(message: message, range: range, help: help, line: line, isInValue: true)
  }

  /// A line that is none.
  static func ofLine(_ line: YAMLLine, _ message: String, at range: Range<Int>, help: String?) -> YAMLSlip {
    YAMLSlip(message: message, range: range, help: help, line: line, isInValue: false)
  }

  /// A text that wants quotation marks around it.
  ///
  /// - Parameter element: Whether it may be one of a list in brackets.
  static func unquoted(_ line: YAMLLine, _ message: String, at range: Range<Int>, element: Bool = false) -> YAMLSlip {
    let text = element ? line.element(at: range.lowerBound) ?? line.value : line.value
    let quoted = YAMLQuotation.around(line.string(text))
    let prefix = text == line.value ? line.key.map { line.string($0) + ": " } ?? "" : ""
    var slip = inValue(line, message, at: range, help: "put the text into quotation marks: `\(prefix)\(quoted)`")
    // What stands in a list or below a key may be a mapping of its own, a text that goes on below ends there, and whether
    // a note is part of the text only its editor knows.
    if line.key != nil, !line.goesOnBelow {
      slip.mend = ("put the text into quotation marks", text, quoted, line.indentation == 0 && !line.hasComment)
    }
    return slip
  }

  /// The same with something that a program can do about it.
  func mending(_ summary: String, _ range: Range<Int>, _ text: String, isSafe: Bool = true) -> YAMLSlip {
    var slip = self
    slip.mend = (summary, range, text, isSafe)
    return slip
  }

  /// The mistake in the file that the text is a part of.
  func error(in source: SourceFile, from offset: Int) -> YAMLError {
    let made = mend.flatMap { mend in
      Mend(
        mend.summary, [source.edit(mend.range.lowerBound + offset..<mend.range.upperBound + offset, mend.text.utf8)],
        isSafe: mend.isSafe)
    }
    let unread = isInValue ? line.value : line.range
    return YAMLError(
      message: message, range: range.lowerBound + offset..<range.upperBound + offset, help: help, mend: made,
      unread: unread.lowerBound + offset..<unread.upperBound + offset)
  }

  /// The text with something in the place of what can't be read, byte for byte, so that all else keeps its place.
  func leftOut() -> Bytes {
    var text = line.text
    let signs = Set("\"'[]{}:#,&*!|>%@`?\t".utf8)
    if isInValue {
      for at in line.value where signs.contains(text[at]) { text[at] = UInt8(ascii: "_") }
      if let first = text[line.value].first, first == UInt8(ascii: "-") {
        text[line.value.lowerBound] = UInt8(ascii: "_")
      }
    } else {
      for at in line.range where text[at] != 0x0D { text[at] = 0x20 }
    }
    return text
  }
}

/// A text in the quotation marks of YAML.
enum YAMLQuotation {
  /// A text with marks around it that nothing in it can end; those of print, which were meant as such, are replaced.
  static func around(_ text: String) -> String {
    let scalars = text.unicodeScalars
    if let first = scalars.first, let last = scalars.last, scalars.count > 2, "“„”".unicodeScalars.contains(first),
      "“”".unicodeScalars.contains(last)
    {
      return around(String(scalars.dropFirst().dropLast()))
    }
    return text.contains("\"") || text.contains("\\") ? single(text) : "\"\(text)\""
  }

  /// What was quoted with marks that it has inside, too.
  static func other(_ text: String) -> String? {
    let ends = ["\"", "'"].first { text.count > 2 && text.hasPrefix($0) && text.hasSuffix($0) }
    guard let ends else { return nil }
    let inner = String(text.dropFirst().dropLast())
    // `"Tides" and "Ebb"`: the first of the marks inside closes what the text begins with.
    if ends == "\"", let mark = inner.firstIndex(of: "\""), mark > inner.startIndex,
      !inner[inner.index(before: mark)].isWhitespace
    {
      return single(text)
    }
    return ends == "'" && !inner.contains("\"") && !inner.contains("\\") ? "\"\(inner)\"" : single(inner)
  }

  private static func single(_ text: String) -> String { "'\(text.replacing("'", with: "''"))'" }
}
