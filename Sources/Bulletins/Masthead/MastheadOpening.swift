import Diagnostics
import Languages
import Markdown

/// The paragraph that a masthead's number line begins.
struct MastheadOpening {
  let line: NumberLine
  /// The lines behind it, each with its place among the lines of the paragraph.
  let lines: [(place: Int, text: String)]

  /// `nil` for a paragraph that begins in another way.
  ///
  /// - Parameters:
  ///   - series: The name of the series, which may tell the language.
  ///   - blocks: What stands between the paragraph and the rule.
  init?(
    _ first: MarkdownNode, of series: String?, above blocks: ArraySlice<MarkdownNode>, in source: SourceFile,
    _ options: ReadingOptions
  ) {
    func lines(of node: MarkdownNode) -> [String] {
      source.printedText(of: node, options.markdown).utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
        .map { String(Substring($0)) }
    }
    var rest = lines(of: first)[...]
    guard var number = rest.popFirst() else { return nil }
    while let next = rest.first, MastheadOpening.continues(number, next) {
      number += " " + next
      rest.removeFirst()
    }
    let behind = rest
    let clues = LanguageClues(series: series, seriesNames: options.seriesNames) {
      (behind + blocks.flatMap(lines)).compactMap(EditorList.label)
    }
    guard let line = NumberLine.read(number, in: options.languages, clues: clues) else { return nil }
    self.line = line
    self.lines = behind.indices.map { ($0, behind[$0]) }
  }

  private static func continues(_ line: String, _ next: String) -> Bool {
    [line.trimmed.unicodeScalars.last, next.trimmed.unicodeScalars.first].contains { mark in
      mark.map { NumberLine.separates($0) || $0 == "©" } ?? false
    }
  }
}
