import Diagnostics
import Text

/// A text in a language that the site does not have.
enum UnlistedLanguage {
  /// What is said of it, at the word that names the language, where there is one.
  ///
  /// - Parameters:
  ///   - location: The text, where nothing in the file names the language.
  ///   - source: The file.
  static func finding(_ tag: String, in path: String, at location: Location?, _ source: SourceFile?) -> Diagnostic {
    let (message, help) = (
      "the language `\(tag)` is not among the site's languages", "add it to `languages:` in site.yaml"
    )
    guard let place = source.flatMap({ $0.placeOfLanguage }) ?? location else {
      return Diagnostic(.unknownLanguage, message, in: path, help: help)
    }
    return Diagnostic(.unknownLanguage, message, at: place, help: help)
  }
}

extension SourceFile {
  /// Where front matter names the language of the text.
  fileprivate var placeOfLanguage: Location? {
    // Nobody writes that many lines above a text.
    for line in 1...200 {
      let range = range(ofLine: line)
      if line == 1, bytes.has("---".utf8, at: 0) || bytes.has("+++".utf8, at: 0) { continue }
      guard !range.isEmpty, !bytes.has("---".utf8, at: range.lowerBound), !bytes.has("+++".utf8, at: range.lowerBound)
      else { return nil }
      guard let end = bytes[range].firstIndex(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "=") }),
        ["lang", "language"].contains(Array(bytes[range.lowerBound..<end]).string.trimmed.lowercased())
      else { continue }
      let value = bytes[(end + 1)..<range.upperBound]
      guard let first = value.firstIndex(where: SourceFile.isOfTag),
        let last = value.lastIndex(where: SourceFile.isOfTag)
      else { return nil }
      return location(first..<last + 1)
    }
    return nil
  }

  private static func isOfTag(_ byte: UInt8) -> Bool { byte.isASCIILetter || byte.isASCIIDigit }
}

extension DiagnosticKind {
  static let unknownLanguage = DiagnosticKind(
    "unknown-language", .warning,
    "An issue or a page is in a language that `languages:` in `site.yaml` does not name. It is published under the language's tag."
  )
}
