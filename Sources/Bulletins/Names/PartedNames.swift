import Languages
import Text

/// Names that marks part which stand in names, too: only whole names on either side tell the two apart.
enum PartedNames {
  /// Parts, each with one name: `Nora Quist/Ole Brandt`, `Nora Quist + Ole Brandt` and
  /// `山口葉子・森太一` are two people, as `李明 陈雨` are in Chinese, `威廉·斯图尔特` is one.
  static func split(_ parts: [NamePart], _ known: NameWords) -> [NamePart] {
    guard parts.contains(where: { mayHaveMark($0.text) }) else { return parts }
    return parts.flatMap { part in
      if let text = HanName.withBrackets(part.text, known) {
        var said = part
        said.text = text
        return [said]
      }
      guard let names = names(part.text, known) else { return [part] }
      return names.enumerated().map { place, name in
        var one = part
        one.text = name
        if place > 0 { (one.joint, one.beginsLine, one.isBehindComma) = (nil, false, false) }
        return one
      }
    }
  }

  private static func mayHaveMark(_ text: String) -> Bool {
    text.utf8.contains { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "+") || $0 >= 0xE3 }
  }

  private static func names(_ text: String, _ known: NameWords) -> [String]? {
    let slashed = text.utf8.split(whereSeparator: { "/+".utf8.contains($0) }).map { String(Substring($0)).trimmed }
    if slashed.count > 1 {
      return slashed.allSatisfy { NameShape.isWholeName($0, known) && !NameShape.isIdeographic($0) } ? slashed : nil
    }
    if let blanks = partedByBlanks(text, known) { return blanks }
    let dotted = text.unicodeScalars.split(separator: "・").map { String($0) }
    guard dotted.count > 1,
      dotted.allSatisfy({ name in
        (2...6).contains(name.unicodeScalars.count) && HanName.isHan(name)
      })
    else { return nil }
    return dotted
  }

  /// Names in Han characters with blanks between, perhaps behind a label: each begins with a known family name, since a
  /// blank may also stand in a name, as in `山口 葉子`, and behind an office.
  private static func partedByBlanks(_ text: String, _ known: NameWords) -> [String]? {
    if known.familyNames.isEmpty { return nil }
    let label = text.lastIndex { $0 == ":" || $0 == "：" }.map { text[...$0] } ?? ""
    let names = text[label.endIndex...].split(whereSeparator: \.isWhitespace).map(String.init)
    guard names.count > 1, names.allSatisfy({ isFamilyNameFirst($0, known) }) else { return nil }
    return [label + names[0]] + names.dropFirst()
  }

  /// Whether a word may be a whole name, and is neither a family name alone, a label, nor what somebody is.
  private static func isFamilyNameFirst(_ name: String, _ known: NameWords) -> Bool {
    (2...3).contains(name.unicodeScalars.count) && HanName.isHan(name) && HanName.beginsWithFamilyName(name, known)
      && !known.familyNames.contains(name) && known.label(name) == nil && !known.professions.contains(name)
  }
}
