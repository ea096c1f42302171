import Diagnostics
import Languages
import Text

extension NewIssue {
  /// The masthead of the last issue, as it is printed there, with other numbers and another date; `nil` where it has
  /// none, or one in which these are not found.
  var mastheadOfLast: Bytes? {
    guard let last, let title = last.issue.metadata.title?.range, !title.isEmpty,
      let place = last.issue.metadata.date?.range, place.upperBound <= title.lowerBound
    else { return nil }
    let source = last.source
    // The first line that is not blank, or the one behind front matter.
    let begin = [last.issue.metadata.series?.range, place].compactMap { $0 }.filter { !$0.isEmpty }
      .map { source.lineStart(of: $0.lowerBound) }.min()
    guard let begin, let number = numberLine(from: begin, to: title.lowerBound) else { return nil }
    let end = source.lineStart(of: title.lowerBound)
    guard number.upperBound <= end,
      let line = MastheadLine(Array(source.bytes[number]).string).following(last.issue, numbers, date, language)
    else { return nil }
    let head = source.bytes[begin..<number.lowerBound] + Bytes(line.utf8) + source.bytes[number.upperBound..<end]
    return Bytes(head.filter { $0 != 0x0D })
  }

  /// The line with the numbers.
  private func numberLine(from start: Int, to end: Int) -> Range<Int>? {
    guard let source = last?.source else { return nil }
    var line = source.location(start..<start).line
    while source.range(ofLine: line).lowerBound < end {
      let range = source.range(ofLine: line)
      let text = Array(source.bytes[range]).string.trimmed
      if text.utf8.first != UInt8(ascii: "#"), NumberLine.begins(text, in: house.reading.languages) { return range }
      line += 1
      if source.range(ofLine: line).lowerBound <= range.lowerBound { return nil }
    }
    return nil
  }
}

/// The number line of an issue, from which that of another one is made: whatever else it has stays.
struct MastheadLine {
  /// What stands between separators, and the separators.
  private var parts: [(text: String, isSeparator: Bool)] = []

  init(_ line: String) {
    for scalar in line.unicodeScalars {
      let isSeparator = NumberLine.separates(scalar)
      if parts.last?.isSeparator == isSeparator {
        parts[parts.count - 1].text.unicodeScalars.append(scalar)
      } else {
        parts.append((String(scalar), isSeparator))
      }
    }
  }

  /// The line of the issue after another; `nil` where a number or the date is not found in it.
  func following(
    _ issue: Issue, _ numbers: NextNumbers, _ date: PublicationDate, _ language: Language
  ) -> String? {
    var parts = parts
    guard !parts.isEmpty, let head = MastheadLine.head(parts[0].text, of: issue, numbers),
      let place = parts.indices.dropFirst().first(where: { MastheadLine.isDate(parts[$0].text, issue.date, language) })
    else { return nil }
    parts[0].text = head
    let printed = parts[place].text.trimmed
    parts[place].text = parts[place].text.replacing(printed, with: language.written(date, like: issue.date, printed))
    if date.year != issue.date.year {
      for index in parts.indices where index > place {
        let text = parts[index].text
        parts[index].text = text.replacingWhole(String(issue.date.year), with: String(date.year), last: false) ?? text
      }
    }
    return parts.map(\.text).joined()
  }

  private static func isDate(_ text: String, _ date: PublicationDate, _ language: Language) -> Bool {
    if case .success(date) = PublicationDate.read(text.trimmed, in: language, of: .ofProgram) { true } else { false }
  }

  /// The part before the first separator with other numbers.
  private static func head(_ text: String, of issue: Issue, _ numbers: NextNumbers) -> String? {
    let bracket = text.firstIndex(of: "(") ?? text.endIndex
    var (before, behind) = (String(text[..<bracket]), String(text[bracket...]))
    // The volume stands before the number, which is the last one.
    if let volume = issue.volume, let next = numbers.volume, volume != next {
      guard let changed = before.replacingWhole(volume, with: next, last: false) else { return nil }
      before = changed
    }
    if let year = issue.yearOfNumber, let next = numbers.number?.year, year != next {
      guard let changed = before.replacingWhole(String(year), with: String(next), last: true) else { return nil }
      before = changed
    }
    if let number = issue.number, let next = numbers.number {
      guard
        let changed = before.replacingWhole(number.description, with: next.description, last: issue.yearOfNumber == nil)
      else { return nil }
      before = changed
    }
    if let cumulative = issue.cumulative, let next = numbers.cumulative {
      guard let changed = behind.replacingWhole(cumulative.description, with: next.description, last: false) else {
        return nil
      }
      behind = changed
    }
    return before + behind
  }
}

extension Language {
  /// A date in the form in which another one is printed, as far as the language has that form.
  fileprivate func written(_ date: PublicationDate, like other: PublicationDate, _ printed: String) -> String {
    if printed == other.description { return date.description }
    return dates.written(date.printed, like: other.printed, printed) ?? written(date)
  }
}

extension SourceFile {
  /// Where the line begins on which a byte stands.
  fileprivate func lineStart(of offset: Int) -> Int { range(ofLine: location(offset..<offset).line).lowerBound }
}

extension String {
  /// The text with another one in the place of a number, which stands there by itself; `nil` where it does not.
  ///
  /// - Parameter last: Whether the last of several is meant, or the first.
  fileprivate func replacingWhole(_ part: String, with other: String, last: Bool) -> String? {
    let (bytes, needle) = (Bytes(utf8), Bytes(part.utf8))
    guard !needle.isEmpty else { return nil }
    var found: [Int] = []
    var at = 0
    while let place = bytes.firstOffset(of: needle, from: at) {
      at = place + needle.count
      let isWhole =
        (place == 0 || !bytes[place - 1].isASCIIDigit) && (at == bytes.count || !bytes[at].isASCIIDigit)
      if isWhole { found.append(place) }
    }
    guard let place = last ? found.last : found.first else { return nil }
    return (bytes[..<place] + Bytes(other.utf8) + bytes[(place + needle.count)...]).string
  }
}

extension ArraySlice<UInt8> {
  fileprivate var string: String { Array(self).string }
}
