import Diagnostics
import Text

/// A value of YAML, or its end, that is a comment since it begins with `#`: `number: #68`, `title: Port #5`.
enum TextAsComment {
  /// What is lost of a key's value; `nil` where nothing is, and for a comment that is meant as one: it has a blank behind
  /// its sign, or stands behind what is no text for readers.
  static func find(
    _ field: MetadataField, _ key: String, _ keyRange: Range<Int>, _ value: WrittenValue, in source: SourceFile
  ) -> Diagnostic? {
    guard field.isPrinted, let written = place(keyRange, value, in: source) else { return nil }
    let text = Array(source.bytes[written]).string
    let whole = value.isNull ? text : Array(source.bytes[value.range.lowerBound..<written.upperBound]).string
    let quoted = whole.utf8.contains(UInt8(ascii: "\"")) ? "'\(whole)'" : "\"\(whole)\""
    let finding = Diagnostic(
      .textAsComment, "“\(text)” is a comment of YAML, and not read", at: source.location(written),
      help: "put the text into quotation marks: `\(key): \(quoted)`")
    return value.isNull ? finding.raised(to: .error) : finding
  }

  /// Where the comment stands, up to the end of its line.
  private static func place(_ keyRange: Range<Int>, _ value: WrittenValue, in source: SourceFile) -> Range<Int>? {
    var at = value.isNull ? keyRange.upperBound : value.range.upperBound
    guard at > 0, at <= source.bytes.count else { return nil }
    // A text in quotation marks has an end of its own, and so has the value of a header line.
    if !value.isNull, value.text == nil || "\"'".utf8.contains(source.bytes[at - 1]) { return nil }
    if value.isNull {
      while at < source.bytes.count, source.bytes[at] == 0x20 || source.bytes[at] == UInt8(ascii: "\"") { at += 1 }
      guard at < source.bytes.count, source.bytes[at] == UInt8(ascii: ":") else { return nil }
      at += 1
    }
    let start = at
    while at < source.bytes.count, source.bytes[at] == 0x20 { at += 1 }
    guard at > start, at + 1 < source.bytes.count, source.bytes[at] == UInt8(ascii: "#"),
      source.bytes[at + 1].isASCIIDigit || source.bytes[at + 1].isASCIILetter
    else { return nil }
    let end = source.bytes[at...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? source.bytes.count
    return at..<(source.bytes[at..<end].lastIndex { $0 != 0x20 }.map { $0 + 1 } ?? end)
  }
}

extension DiagnosticKind {
  static let textAsComment = DiagnosticKind(
    "text-as-comment", .warning,
    "In YAML, a `#` behind a blank begins a comment, and what stands behind it is not read: `number: #68` has no number. A text with such a sign stands in quotation marks. Where the whole value is lost, it is an error."
  )
}
