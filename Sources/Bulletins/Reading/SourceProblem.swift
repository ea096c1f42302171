import Diagnostics
import Markdown
import Text

/// What keeps a file from being read at all.
public enum SourceProblem {
  /// The first thing about a file's bytes that rules it out.
  static func find(in source: SourceFile) -> Diagnostic? {
    if source.bytes.count > Issue.largestSource {
      return Diagnostic(
        .fileTooLarge, "the file has more than \(source.bytes.count >> 20) MiB; an issue may have 8", in: source.path)
    }
    if let problem = encoding(of: source) { return problem }
    if source.bytes.allSatisfy({ $0.isASCIISpace || [0xEF, 0xBB, 0xBF].contains($0) }) {
      return Diagnostic(
        .emptyFile, "the file holds no text", in: source.path, help: "write the issue, or delete the file")
    }
    return nil
  }

  /// The first byte of a file that is no text in UTF-8.
  public static func encoding(of source: SourceFile) -> Diagnostic? {
    guard let offset = source.bytes.firstIllFormedOffset else { return nil }
    let byte = source.bytes[offset]
    let what = byte == 0 ? "a NUL byte" : "the byte 0x" + String(byte, radix: 16, uppercase: true)
    return Diagnostic(
      .notUTF8, "\(what) is no part of a UTF-8 text", at: source.location(offset..<offset + 1),
      help: "save the file with the encoding UTF-8")
  }

  /// So many tags of other engines that reading them would take minutes.
  static func tags(in markdown: Bytes, of source: SourceFile) -> Diagnostic? {
    guard let place = EngineTagBounds.firstExcess(in: markdown) else { return nil }
    return TooMuchMarkup.finding("so many tags of other engines", at: source.location(place..<place + 2))
  }

  /// What a text has so much of that it could not be parsed in the time that others take.
  ///
  /// - Parameter text: The text as the parser gets it, byte for byte where the file has it.
  static func excess(of text: TagText, in source: SourceFile) -> Diagnostic? {
    guard !text.isHTML, let excess = MarkdownBounds.firstExcess(in: text.markdown) else { return nil }
    let place = source.location(excess.range)
    return switch excess.kind {
    case .nesting:
      Diagnostic(.nestedTooDeeply, excess.words, at: place, help: "keep to \(deepestNesting) levels")
    case .amount: TooMuchMarkup.finding(excess.words, at: place)
    }
  }

  /// Blocks inside blocks beyond what browsers show.
  static func nesting(of root: MarkdownNode, in source: SourceFile) -> Diagnostic? {
    var deepest = 0
    var line = 1
    root.walk { node, depth in
      if depth > deepest {
        deepest = depth
        if depth <= deepestNesting { line = node.lines.lowerBound }
      }
    }
    guard deepest > deepestNesting else { return nil }
    return Diagnostic(
      .nestedTooDeeply, "blocks stand inside each other \(deepest) levels deep",
      at: source.location(ofLine: line),
      help: "keep to \(deepestNesting) levels")
  }

  private static let deepestNesting = 100
}

extension DiagnosticKind {
  static let notUTF8 = DiagnosticKind(
    "not-utf-8", .error,
    "The file holds bytes that are no UTF-8 text. Open it in your editor and save it with the encoding UTF-8.")
  static let emptyFile = DiagnosticKind(
    "empty-file", .error, "The file holds no text. Write the issue, or delete the file.")
  static let fileTooLarge = DiagnosticKind(
    "file-too-large", .error,
    "An issue may have 8 MiB of text. What is larger is hardly one: move data to an attachment.")
  static let nestedTooDeeply = DiagnosticKind(
    "nested-too-deeply", .error,
    "Lists and quotations stand inside each other more than 100 levels deep, which no browser shows. Mend the markup.")
}
