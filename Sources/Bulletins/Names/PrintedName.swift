import Languages
import Text

/// A name as printed, with what belongs to it: titles before it, degrees and brackets behind it, marks of footnotes.
enum PrintedName {
  /// Somebody, with everything in brackets taken as what the caller says it is; `nil` where no name is left.
  ///
  /// - Parameter roles: The roles that the text in a bracket names.
  static func read(_ part: NamePart, _ known: NameWords, roles: (String) -> [String]) -> Contributor? {
    var name = withoutDash(part.text)
    var found: [String] = []
    var orcid = part.orcid
    while true {
      name = withoutMarks(withoutMailAddress(name), known)
      if let (before, id) = trailingID(of: name) { (name, orcid) = (before, id) }
      guard let (before, group) = trailingGroup(of: name), !NameAddition.isSuffix(group, known) else { break }
      let said = withoutID(group)
      orcid = said.orcid ?? orcid
      if !said.rest.isEmpty { found = roles(said.rest) + found }
      name = before
    }
    // `nora@tarn.example (Nora Quist)`, as RSS has it.
    if name.has(ascii: "@"), !name.utf8.contains(0x20), found.count == 1,
      NameShape.isWholeName(found[0], known)
    {
      (name, found) = (found[0], [])
    }
    guard !name.isEmpty else { return nil }
    var contributor = Contributor(name: name, roles: found)
    if let plain = NameAddition.withoutTitles(name, known) { (contributor.name, contributor.titled) = (plain, name) }
    contributor.orcid = orcid
    contributor.joint = part.joint
    contributor.affiliationMayBeAuthor = part.affiliationMayBeAuthor
    return contributor
  }

  /// The name without a dash before it, as signatures have one.
  private static func withoutDash(_ name: String) -> String {
    guard name.utf8.first.map({ $0 == UInt8(ascii: "-") || $0 == 0xE2 }) ?? false else { return name }
    return String(name.drop { $0.isWhitespace || "-–—".contains($0) })
  }

  /// The name without the mail address behind it.
  private static func withoutMailAddress(_ name: String) -> String {
    guard name.has(ascii: "@"), let blank = name.utf8.lastIndex(of: 0x20),
      name.utf8[blank...].contains(UInt8(ascii: "@"))
    else { return name }
    return String(name[..<blank]).trimmed
  }

  /// The iD behind a blank at the end of a name, with what stands before it.
  private static func trailingID(of name: String) -> (before: String, orcid: ORCID)? {
    guard name.utf8.count > 16, let blank = name.utf8.lastIndex(of: 0x20),
      let orcid = NamePart.orcid(String(name[blank...]).trimmed)
    else { return nil }
    return (String(name[..<blank]).trimmed, orcid)
  }

  /// What a bracket says, but for the iD that stands in it among commas.
  private static func withoutID(_ group: String) -> (rest: String, orcid: ORCID?) {
    guard group.utf8.count > 15, group.utf8.contains(where: \.isASCIIDigit) else { return (group, nil) }
    let parts = group.utf8.split(separator: UInt8(ascii: ",")).map { String(Substring($0)).trimmed }
    guard let orcid = parts.lazy.compactMap(NamePart.orcid).first else { return (group, nil) }
    return (parts.filter { NamePart.orcid($0) == nil }.joined(separator: ", "), orcid)
  }

  /// The name without what points at a footnote, and without the full stop that ends a list.
  private static func withoutMarks(_ name: String, _ known: NameWords) -> String {
    guard let last = name.utf8.last, !last.isASCIILetter, last != UInt8(ascii: ")") else { return name }
    if last.isASCIIDigit {
      let plain = withoutNoteFigure(name)
      return plain.utf8.contains(0x20) ? plain == name ? withoutFigures(name) : plain : name
    }
    // Of a note that Markdown does not know, or where it does not read.
    if last == UInt8(ascii: "]"), let mark = name.firstRange(of: "[^"), mark.lowerBound > name.startIndex {
      return String(name[..<mark.lowerBound]).trimmed
    }
    if last == UInt8(ascii: ".") {
      guard let word = name.split(separator: " ").last, word.count > 2, !word.dropLast().contains("."),
        !NameAddition.isSuffix(String(word), known), !NameAddition.isAddition(String(word), known),
        // `Dr. habil.`
        !String(name.dropLast(word.count)).trimmed.hasSuffix(".")
      else { return name }
      return String(name.dropLast())
    }
    let end = name.unicodeScalars.lastIndex { !footnoteMarks.contains($0) && $0 != " " }
    return end.map { String(name.unicodeScalars[...$0]).trimmed } ?? ""
  }

  /// `Nora Quist 1`, of which the figure was raised, without it.
  static func withoutNoteFigure(_ name: String) -> String {
    guard let last = name.utf8.last, last.isASCIIDigit, let blank = name.utf8.lastIndex(of: 0x20),
      name.utf8[blank...].count < 4, name.utf8[blank...].dropFirst().allSatisfy(\.isASCIIDigit)
    else { return name }
    return String(name[..<blank]).trimmed
  }

  /// `Nora Quist1`, of which the figure was raised.
  private static func withoutFigures(_ name: String) -> String {
    let figures = name.utf8.reversed().prefix { $0.isASCIIDigit }.count
    let letters = name.utf8.dropLast(figures)
    guard figures < 3, letters.contains(0x20), let last = letters.last,
      last.isASCIILetter && last & 0x20 != 0 || last > 0x7F
    else { return name }
    return String(Substring(letters))
  }

  private static let footnoteMarks: Set<Unicode.Scalar> = [
    "*", "†", "‡", "§", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹",
  ]

  /// The bracket group at the end of a text, with what stands before it.
  private static func trailingGroup(of text: String) -> (before: String, group: String)? {
    // Most names have none.
    guard let last = text.utf8.last, last == UInt8(ascii: ")") || last == UInt8(ascii: ".") else { return nil }
    let text = last == UInt8(ascii: ".") ? String(Substring(text.utf8.dropLast())) : text
    guard text.utf8.last == UInt8(ascii: ")") else { return nil }
    var depth = 0
    let bytes = text.utf8
    for index in bytes.indices.reversed() {
      if bytes[index] == UInt8(ascii: ")") { depth += 1 }
      if bytes[index] == UInt8(ascii: "(") { depth -= 1 }
      if depth == 0 {
        let inside = text[bytes.index(after: index)..<bytes.index(before: bytes.endIndex)]
        return (String(text[..<index]).trimmed, String(inside).trimmed)
      }
    }
    return nil
  }
}
