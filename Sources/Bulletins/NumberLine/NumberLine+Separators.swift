import Languages
import Text

extension NumberLine {
  /// The parts of a line; where only the owner stands behind a bullet, or nothing, number and date are told apart by what
  /// else is between them.
  static func partsWithDate(_ parts: [String], in languages: KnownLanguages) -> [String] {
    guard parts.dropFirst().allSatisfy({ $0.utf8.starts(with: "©".utf8) }),
      let first = partsWithoutSeparators(of: parts[0], in: languages)
    else { return parts }
    return first + parts.dropFirst()
  }

  /// The parts of a line with its volume and its number in one, as most lines have them, where a separator stands between:
  /// `Vol. 12 · No. 3 · March 5, 2024`.
  ///
  /// - Parameter first: What the first part says: a volume, and no number.
  static func withVolumeAndNumber(
    _ parts: [String], _ first: MastheadNumbers, in languages: KnownLanguages
  ) -> [String] {
    guard parts.count > 2, first.unread == nil, let second = MastheadNumbers.read(parts[1][...], in: languages),
      second.number != nil, second.volume == nil
    else { return parts }
    return ["\(parts[0]), \(parts[1])"] + parts.dropFirst(2)
  }

  /// The parts of a line that has a dash, a stroke or a comma where others have a bullet, `No. 3 (3) — March 5, 2024 —
  /// © PISM`; `nil` for one whose number and date can't be told apart so.
  private static func partsWithoutSeparators(of text: String, in languages: KnownLanguages) -> [String]? {
    guard text.utf8.count < longest, MastheadNumbers.read(text[...], in: languages) != nil else { return nil }
    if let bracketed = partsWithBracket(of: text, in: languages) { return bracketed }
    let dashed = withoutOwner(text).flatMap { split($0, at: SpacedDash.all + [" / "]) }
    if isNumberAndDate(dashed, languages) { return dashed }
    var rest = text[...]
    // Volume, number and cumulative number have commas between them, too.
    for _ in 0..<4 {
      guard let comma = rest.firstRange(of: ", ") else { break }
      let parts = [String(text[..<comma.lowerBound])] + withoutOwner(String(text[comma.upperBound...]))
      if isNumberAndDate(parts, languages) { return parts }
      rest = rest[comma.upperBound...]
    }
    return partsAtBlank(of: text, in: languages)
  }

  /// The parts of a line with its date in brackets: `No. 3 (April 2024)`.
  private static func partsWithBracket(of text: String, in languages: KnownLanguages) -> [String]? {
    let parts = withoutOwner(text)
    guard let last = parts[0].last, last == ")" || last == "）",
      let open = parts[0].lastIndex(where: { $0 == "(" || $0 == "（" })
    else { return nil }
    let inside = parts[0][parts[0].index(after: open)...].dropLast()
    // `No. 3 (2024)` has a cumulative number.
    guard !inside.utf8.allSatisfy(\.isASCIIDigit) else { return nil }
    let found = [String(parts[0][..<open]).trimmed, String(inside).trimmed] + parts.dropFirst()
    return isNumberAndDate(found, languages, orImpossible: true) ? found : nil
  }

  /// The parts of a line with nothing but a blank between its number and a date that begins with a figure: `第3号
  /// 2024年4月5日`, `Nr. 3 5. März 2024`. In `No. 3 May 2024`, the 3 may be the day.
  private static func partsAtBlank(of text: String, in languages: KnownLanguages) -> [String]? {
    let parts = withoutOwner(text)
    for blank in parts[0].indices.filter({ parts[0][$0].isWhitespace }).prefix(4) {
      let (number, date) = (String(parts[0][..<blank]).trimmed, String(parts[0][blank...]).trimmed)
      guard date.utf8.first?.isASCIIDigit == true, date.utf8.contains(where: { !$0.isASCIIDigit && $0 != 0x20 }),
        MastheadNumbers.read(number[...], in: languages)?.number != nil,
        isNumberAndDate([number, date], languages, orImpossible: true)
      else { continue }
      return [number, date] + parts.dropFirst()
    }
    return nil
  }

  /// The parts of a line that begins with its date, with the number first: `April 5, 2024 • No. 3`.
  static func withNumberFirst(_ parts: [String], in languages: KnownLanguages) -> [String] {
    if let glued = withDateAndNumberApart(parts, in: languages) { return glued }
    guard parts.count > 1, isNumberAndDate([parts[1], parts[0]], languages) else { return parts }
    return [parts[1], parts[0]] + parts.dropFirst(2)
  }

  /// The same where a blank stands between the two: `2024年4月5日発行　第3号`.
  private static func withDateAndNumberApart(_ parts: [String], in languages: KnownLanguages) -> [String]? {
    // Only dates of East Asia begin with figures and have no blank in them.
    guard parts[0].utf8.first?.isASCIIDigit == true, parts[0].utf8.contains(0xE5),
      let blank = parts[0].firstIndex(where: \.isWhitespace)
    else { return nil }
    let (date, number) = (String(parts[0][..<blank]), String(parts[0][blank...]).trimmed)
    return isNumberAndDate([number, date], languages) ? [number, date] + parts.dropFirst() : nil
  }

  /// No number line has more bytes.
  private static let longest = 300

  /// - Parameter orImpossible: Whether a day that the calendar does not have counts as a date.
  private static func isNumberAndDate(
    _ parts: [String], _ languages: KnownLanguages, orImpossible: Bool = false
  ) -> Bool {
    guard parts.count > 1, let numbers = MastheadNumbers.read(parts[0][...], in: languages), numbers.unread == nil,
      numbers.number.map({ IssueNumber($0) != nil }) ?? (numbers.volume != nil)
    else { return false }
    switch PublicationDate.read(parts[1], of: languages) {
    case .success: return true
    case .failure(.impossible): return orImpossible
    case .failure: return false
    }
  }

  /// What stands before the ©, and what stands from there on.
  private static func withoutOwner(_ text: String) -> [String] {
    guard let owner = text.firstRange(of: "©") else { return [text] }
    let before = text[..<owner.lowerBound].trimmingSuffix { " ,–—-/".contains($0) }
    return [String(before), String(text[owner.lowerBound...])]
  }

  private static func split(_ text: String, at joints: [String]) -> [String] {
    guard let joint = joints.first(where: { text.contains($0) }) else { return [text] }
    return text.split(separator: joint).map { String($0).trimmed }.filter { !$0.isEmpty }
  }
}

extension Substring {
  /// The text without the characters at its end that fit.
  fileprivate func trimmingSuffix(while fits: (Character) -> Bool) -> Substring {
    self[..<(lastIndex { !fits($0) }.map(index(after:)) ?? startIndex)]
  }
}
