import Languages
import Text

/// Names in Han characters with what stands beside them and is no part of them: an office, a town, a title, what they did.
enum HanName {
  /// A name with what is said of it in brackets behind it, `李明 (本刊记者)` for `本刊记者 李明`; `nil` for any other text.
  static func withBrackets(_ text: String, _ known: NameWords) -> String? {
    // The letters of other scripts have other bytes.
    guard text.utf8.count < 200, text.utf8.last.map({ $0 >= 0x80 }) ?? false, text.utf8.contains(where: { $0 >= 0xE4 })
    else { return nil }
    let label = text.lastIndex { $0 == ":" || $0 == "：" }.map { text[...$0] } ?? ""
    let rest = text[label.endIndex...]
    return (withWork(rest, known) ?? withOffice(rest, known)).map { label + $0 }
  }

  /// `森太一・写真`: what somebody did stands behind a dot.
  private static func withWork(_ text: Substring, _ known: NameWords) -> String? {
    let parts = text.unicodeScalars.split(separator: "・").map { String($0).trimmed }
    guard parts.count == 2, isHan(parts[0]), parts[0].unicodeScalars.count > 1, known.label(parts[0]) == nil,
      let isOtherWork = known.label(parts[1])
    else { return nil }
    return isOtherWork ? "\(parts[0]) (\(parts[1]))" : parts[0]
  }

  /// `本刊记者 李明`, `山口葉子 東京大学教授`, `北京 李明`: what somebody is, or where, stands beside a blank.
  private static func withOffice(_ text: Substring, _ known: NameWords) -> String? {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard words.count == 2, words.allSatisfy(isHan), words.allSatisfy({ known.label($0) == nil }) else { return nil }
    for (name, said) in [(words[1], words[0]), (words[0], words[1])] {
      guard isWholeName(name, known), !isOffice(name, known) else { continue }
      if isOfficeAlone(said, known) || known.towns.contains(said) && !beginsWithFamilyName(said, known) {
        return "\(name) (\(said))"
      }
    }
    return nil
  }

  /// A name without the title right behind it, `李明` for `李明教授`; `nil` where none stands there.
  static func withoutTitle(_ text: String, _ known: NameWords) -> String? {
    guard isHan(text) else { return nil }
    guard let title = known.titlesBehindHanNames.first(where: text.hasSuffix) else { return nil }
    let name = String(text.dropLast(title.count))
    return isWholeName(name, known) && !isOffice(name, known) ? name : nil
  }

  /// Whether a text begins with a known family name and is no longer than names are; where none are known, whether it is
  /// too long for a family name alone.
  private static func isWholeName(_ text: String, _ known: NameWords) -> Bool {
    let count = text.unicodeScalars.count
    if known.familyNames.isEmpty { return (3...6).contains(count) }
    // No name of Chinese is longer.
    if count > 3 { return count < 7 }
    return count > 1 && beginsWithFamilyName(text, known)
  }

  /// Whether a text ends as an office or a house does: `本刊记者`, `東京大学教授`, `港口研究所`.
  private static func isOffice(_ text: String, _ known: NameWords) -> Bool {
    known.isProfession(text)
      || text.unicodeScalars.count > 2
        && known.groupEndings.contains { $0.unicodeScalars.count > 1 && text.hasSuffix($0) }
  }

  /// Whether a text is an office, and no name with one: `本刊记者`, but not `王记者`, who is another person.
  private static func isOfficeAlone(_ text: String, _ known: NameWords) -> Bool {
    guard let owner = known.withoutProfession(inHan: text), !owner.isEmpty else { return isOffice(text, known) }
    if known.familyNames.isEmpty { return known.groupEndings.contains { owner.hasSuffix($0) } }
    return !(beginsWithFamilyName(owner, known) && owner.unicodeScalars.count < 4)
  }

  /// Whether a text begins with a known family name.
  static func beginsWithFamilyName(_ text: String, _ known: NameWords) -> Bool {
    [1, 2].contains { text.unicodeScalars.count >= $0 && known.familyNames.contains(String(text.prefix($0))) }
  }

  /// Whether a text has nothing but Han characters.
  static func isHan(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.unicodeScalars.allSatisfy(\.properties.isIdeographic)
  }
}
