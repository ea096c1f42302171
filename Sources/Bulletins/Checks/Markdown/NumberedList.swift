import Diagnostics
import Languages
import Markdown
import Text

/// A numbered list that readers see with other numbers than were typed: the first item alone says where to begin, and those
/// behind it are counted.
enum NumberedList {
  static func find(_ list: MarkdownNode, in source: SourceFile, _ language: Language) -> Diagnostic? {
    SentenceAsListItem.find(list, in: source, language) ?? changedNumber(in: list, source)
  }

  private static func changedNumber(in list: MarkdownNode, _ source: SourceFile) -> Diagnostic? {
    guard let first = list.firstNumber else { return nil }
    var previous: Int?
    for (place, item) in list.children.enumerated() {
      // In `12. 5. 2024`, a list begins inside of another.
      guard let range = number(of: item, in: source), let typed = Int(Array(source.bytes[range]).string),
        place > 0 || typed == first
      else { return nil }
      // Whoever types one number again and again lets the list count.
      if typed == previous, place == 1 { return nil }
      if typed != first + place {
        return Diagnostic(
          .changedListNumber, "readers see \(first + place) here, since a list counts from its first number on",
          at: source.location(range),
          help: "write the number that is meant, or `\(typed)\\.` where it is no list")
      }
      previous = typed
    }
    return nil
  }

  /// Where the digits of an item stand.
  private static func number(of item: MarkdownNode, in source: SourceFile) -> Range<Int>? {
    let line = source.range(ofLine: item.lines.lowerBound)
    let start = line.lowerBound + item.column - 1
    guard start < line.upperBound else { return nil }
    let digits = source.bytes[start..<line.upperBound].prefix(while: \.isASCIIDigit)
    guard !digits.isEmpty, digits.endIndex < line.upperBound, ".)".utf8.contains(source.bytes[digits.endIndex]) else {
      return nil
    }
    return digits.startIndex..<digits.endIndex
  }
}

extension DiagnosticKind {
  static let changedListNumber = DiagnosticKind(
    "changed-list-number", .warning,
    "The items of a list are counted from the first one on, so that readers see another number than was typed: `1.`, `2.`, `4.` are published as 1, 2 and 3. A backslash before the full stop keeps a number as it is, in a paragraph of its own."
  )
}
