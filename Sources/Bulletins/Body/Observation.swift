import Coding
import Diagnostics
import Text

/// Something an editor may want to look at; none of it keeps an issue from being right.
public enum Observation: Sendable, Equatable {
  /// Paragraphs were joined; the lines on which each pair met.
  case joinedAcrossPageBreak([[Int]])
  /// A sentence begins in lower case on a line, with these words.
  case lowerCaseSentence(line: Int, text: String)
  /// Straight double quotation marks stand on these lines, typographic ones elsewhere; the language prints those.
  case straightQuotes(lines: [Int], marks: [String])
  /// The last line is not ended.
  case noFinalNewline(line: Int)
  /// A stronger source says other things than the masthead.
  case sourcesDiffer(strong: String, weak: String, fields: [String], Location)

  /// What is said of the observations in one file, at their places; of a habit once, at the first place.
  static func diagnostics(_ observations: [Observation], in source: SourceFile) -> [Diagnostic] {
    observations.flatMap { $0.diagnostics(in: source) } + lowerCaseSentences(observations, in: source)
      + straightQuotes(observations, in: source)
  }

  private static func lowerCaseSentences(_ observations: [Observation], in source: SourceFile) -> [Diagnostic] {
    let found = observations.compactMap { one -> (line: Int, text: String)? in
      if case .lowerCaseSentence(let line, let text) = one { (line, text) } else { nil }
    }
    guard let first = found.first else { return [] }
    return [
      Diagnostic(
        .lowerCaseSentence, "a sentence begins in lower case: “\(first.text)”\(others(found.count))",
        at: source.location(of: first.text, onLine: first.line), help: "write a comma before it, or a capital letter")
    ]
  }

  private static func straightQuotes(_ observations: [Observation], in source: SourceFile) -> [Diagnostic] {
    var (lines, marks): ([Int], [String]) = ([], [])
    for case .straightQuotes(let found, let printed) in observations {
      lines += found
      marks = printed
    }
    guard let first = lines.first else { return [] }
    return [
      Diagnostic(
        .straightQuotes, "straight quotation marks in a text that uses typographic ones\(others(lines.count))",
        at: source.location(of: "\"", onLine: first), help: "write \(marks.joined(separator: " and "))",
        mend: StraightQuotes.mend(onLines: lines, with: marks, in: source))
    ]
  }

  private static func others(_ count: Int) -> String {
    count < 2 ? "" : ", and in \(count - 1) more place\(count == 2 ? "" : "s")"
  }

  private func diagnostics(in source: SourceFile) -> [Diagnostic] {
    switch self {
    case .lowerCaseSentence, .straightQuotes: []
    case .joinedAcrossPageBreak(let pairs):
      pairs.map { pair in
        Diagnostic(
          .joinedParagraphs, "the paragraphs on lines \(pair[0]) and \(pair[1]) are published as one",
          at: source.location(ofLine: pair[1]), help: "remove the blank line before it")
      }
    case .noFinalNewline(let line):
      [
        Diagnostic(
          .noFinalNewline, "the last line has no line ending", at: source.location(ofLine: line),
          help: "end the file with a line feed",
          mend: Mend(
            "end the last line",
            [source.edit(source.bytes.count..<source.bytes.count, source.lineEnd)], isSafe: true))
      ]
    case .sourcesDiffer(let strong, let weak, let fields, let place):
      [
        Diagnostic(
          .sourcesDisagree, "\(strong) and \(weak) differ in \(fields.joined(separator: ", "))", at: place,
          help:
            "what \(strong) \(strong.hasSuffix("s") ? "say" : "says") is published; correct the other, or leave it if it shows the print"
        )
      ]
    }
  }

  /// The finding as `inspect` prints it.
  public static func json(_ observations: [Observation]) -> JSON {
    .array(observations.map(\.json))
  }

  private var json: JSON {
    switch self {
    case .joinedAcrossPageBreak(let pairs):
      .object([
        ("about", .string("paragraph\(pairs.count == 1 ? "" : "s") joined across a page break")),
        ("count", .int(pairs.count)), ("lines", .array(pairs.flatMap { $0 }.map(JSON.int))),
      ])
    case .lowerCaseSentence(let line, let text):
      .object([("about", .string("sentence starts in lower case")), ("line", .int(line)), ("text", .string(text))])
    case .straightQuotes(let lines, _):
      .object([
        ("about", .string("straight double quotes in a text that uses curly ones")),
        ("lines", .array(lines.map(JSON.int))),
      ])
    case .noFinalNewline: .object([("about", .string("no newline at end of file"))])
    case .sourcesDiffer(let strong, let weak, let fields, _):
      .object([("about", .string("\(strong) and \(weak) differ")), ("fields", .strings(fields))])
    }
  }
}

extension DiagnosticKind {
  static let sourcesDisagree = DiagnosticKind(
    "sources-disagree", .warning,
    "Front matter, header lines or the file's name say something else than the masthead. The stronger source counts: front matter, then header lines, then the masthead, then the file's name."
  )
  static let joinedParagraphs = DiagnosticKind(
    "joined-paragraphs", .warning,
    "A paragraph without a full stop is followed by one that begins in lower case, as a page break leaves them. They are published as one paragraph. Remove the blank line between them."
  )
  static let lowerCaseSentence = DiagnosticKind(
    "lower-case-sentence", .advice, "A sentence begins in lower case: a comma may have become a full stop.")
  static let straightQuotes = DiagnosticKind(
    "straight-quotes", .advice, "The text uses straight double quotation marks beside typographic ones.")
  static let noFinalNewline = DiagnosticKind(
    "no-final-newline", .advice, "The file's last line has no line ending; some tools lose such a line.")
}
