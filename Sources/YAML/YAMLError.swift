import Diagnostics
import Text

/// Why a text is no YAML document, in libfyaml's words, and where.
public struct YAMLError: Error, Sendable {
  /// What is wrong.
  public let message: String
  /// Where, in bytes of the file.
  public let range: Range<Int>
  /// What to write instead, where the words tell.
  public internal(set) var help: String?

  init(message: String, range: Range<Int>, help: String? = nil) {
    self.message = message
    self.range = range
    self.help = help
  }

  /// The same with help that is made of the line in which the error stands.
  func explained(in source: SourceFile) -> YAMLError {
    var error = self
    error.help = help ?? YAMLLine(around: range.lowerBound, in: source).help(for: message)
    return error
  }
}

/// A line of YAML that can't be read: its key, and what was probably meant to be one text.
private struct YAMLLine {
  let key: String?
  let value: String

  init(around offset: Int, in source: SourceFile) {
    let bytes = source.bytes
    let at = min(max(offset, 0), bytes.count)
    let start = bytes[..<at].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let end = bytes[at...].firstIndex(of: 0x0A) ?? bytes.count
    let line = start..<end
    let colon = line.first { bytes[$0] == UInt8(ascii: ":") && ($0 + 1 == end || bytes[$0 + 1].isASCIISpace) }
    key = colon.map { Bytes(bytes[start..<$0]).string.trimmed }
    value = Bytes(bytes[(colon.map { $0 + 1 } ?? start)..<end]).string.trimmed
  }

  func help(for message: String) -> String? {
    let kinds: [(words: String, help: String)] = [
      ("tab character", "indent with blanks, not with tabs"),
      ("nested block mapping on the same line", inQuotationMarks),
      ("cannot start with", inQuotationMarks),
      ("block sequence on the same line", inQuotationMarks),
      ("invalid trailing content after", inOtherQuotationMarks),
      ("without a closing bracket", "close each bracket that is opened"),
      ("without a closing brace", "close each brace that is opened"),
      (
        "missing comma in flow",
        "write commas between what stands in brackets, and texts with a colon in quotation marks"
      ),
      ("invalid escape", "write `\\\\` for a backslash, or put the text into single quotation marks"),
      ("-quoted", "close the quotation mark that is opened here"),
      ("could not find expected ':'", "write `key: value`, or indent the line if it goes on with the text above"),
      ("multiline plain key", "write `key: value`, or indent the line if it goes on with the text above"),
    ]
    return kinds.first { message.contains($0.words) }?.help
  }

  /// The text with marks around it that nothing in it can end.
  private var inQuotationMarks: String {
    "put the text into quotation marks: `\(prefix)\(value.contains("\"") ? single(value) : "\"\(value)\"")`"
  }

  /// What was quoted with marks that it has inside, too.
  private var inOtherQuotationMarks: String {
    let ends = ["\"", "'"].first { value.count > 2 && value.hasPrefix($0) && value.hasSuffix($0) }
    guard let ends else { return "put all of the text into quotation marks" }
    let inner = String(value.dropFirst().dropLast())
    return ends == "'" && !inner.contains("\"")
      ? "put the text into other quotation marks: `\(prefix)\"\(inner)\"`"
      : "put the text into other quotation marks: `\(prefix)\(single(inner))`"
  }

  private var prefix: String { key.map { "\($0): " } ?? "" }

  private func single(_ text: String) -> String { "'\(text.replacing("'", with: "''"))'" }
}
