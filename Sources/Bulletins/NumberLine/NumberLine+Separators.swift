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
    let dashed = withoutOwner(text).flatMap { split($0, at: SpacedDash.all + [" / "]) }
    if isNumberAndDate(dashed, languages) { return dashed }
    var rest = text[...]
    // Volume, number and cumulative number have commas between them, too.
    for _ in 0..<4 {
      guard let comma = rest.firstRange(of: ", ") else { return nil }
      let parts = [String(text[..<comma.lowerBound])] + withoutOwner(String(text[comma.upperBound...]))
      if isNumberAndDate(parts, languages) { return parts }
      rest = rest[comma.upperBound...]
    }
    return nil
  }

  /// No number line has more bytes.
  private static let longest = 300

  private static func isNumberAndDate(_ parts: [String], _ languages: KnownLanguages) -> Bool {
    guard parts.count > 1, let numbers = MastheadNumbers.read(parts[0][...], in: languages), numbers.unread == nil,
      numbers.number.map({ IssueNumber($0) != nil }) ?? (numbers.volume != nil)
    else { return false }
    if case .success = PublicationDate.read(parts[1], of: languages) { return true }
    return false
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
