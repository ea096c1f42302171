import Diagnostics
import Languages
import Markdown
import Text

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
    if first.parent?.kind == .item { number = MastheadOpening.figure(before: first, in: source) + number }
    while let next = rest.first, MastheadOpening.continues(number, next) {
      number += " " + next
      rest.removeFirst()
    }
    if let next = rest.first, MastheadOpening.lacksDate(number, options.languages, before: next) {
      number += " • " + next
      rest.removeFirst()
      while let owner = rest.first, MastheadOpening.continues(number, owner) {
        number += (owner.utf8.starts(with: "©".utf8) ? " • " : " ") + owner
        rest.removeFirst()
      }
    }
    let behind = rest
    let clues = LanguageClues(series: series, seriesNames: options.seriesNames) {
      (behind + blocks.flatMap(lines)).compactMap(EditorList.label)
    }
    guard let line = NumberLine.read(number, in: options.languages, clues: clues) else { return nil }
    self.line = line
    self.lines = behind.indices.map { ($0, behind[$0]) }
  }

  /// The paragraph that a block is, also where its first figure makes a list of it: `12. Jahrgang, Heft 3 • …`.
  static func paragraph(of block: MarkdownNode) -> MarkdownNode {
    guard block.kind == .list, let item = block.firstChild, item.next == nil, let paragraph = item.firstChild,
      paragraph.kind == .paragraph, paragraph.next == nil
    else { return block }
    return paragraph
  }

  /// Whether a masthead goes no further than a block: a rule, a heading, or what was meant as one.
  static func isEnded(by block: MarkdownNode, in source: SourceFile) -> Bool {
    block.kind == .thematicBreak || block.isHeading
      || block.kind == .paragraph && GluedTitle(at: source.range(ofLine: block.lines.lowerBound), in: source) != nil
  }

  /// The name of the series whose heading is none for want of a blank.
  static func gluedSeries(_ block: MarkdownNode, in source: SourceFile) -> GluedTitle? {
    guard block.kind == .paragraph else { return nil }
    return GluedTitle(at: source.range(ofLine: block.lines.lowerBound), level: 1, in: source)
  }

  /// What stands before the text of a list's item: `12. `.
  private static func figure(before paragraph: MarkdownNode, in source: SourceFile) -> String {
    let line = source.bytes[source.range(ofLine: paragraph.lines.lowerBound)].drop { $0 == 0x20 }
    let figure = line.prefix { $0 != 0x20 }
    return figure.first?.isASCIIDigit == true ? Array(figure).string + " " : ""
  }

  /// Whether a line is a number alone, and the next one its date.
  private static func lacksDate(_ line: String, _ languages: KnownLanguages, before next: String) -> Bool {
    guard !NumberLine.hasParts(line), next.utf8.contains(where: \.isASCIIDigit), NumberLine.begins(line, in: languages),
      NumberLine.read(line, in: languages)?.dateText == nil
    else { return false }
    let date = next.plain.withPlainMarks.utf8.prefix { $0 != 0xE2 && $0 != UInt8(ascii: "|") }
    if case .success = PublicationDate.read(String(Substring(date)).trimmed, of: languages) { return true }
    return false
  }

  private static func continues(_ line: String, _ next: String) -> Bool {
    [line.trimmed.unicodeScalars.last, next.trimmed.unicodeScalars.first].contains { mark in
      mark.map { NumberLine.separates($0) || $0 == "©" } ?? false
    }
  }
}
