import Languages
import Text

/// A list of names as printed, taken apart: commas, semicolons and the like separate people, brackets hold what belongs to
/// one, and the end of a line separates where a whole name stands on either side.
struct NameList {
  /// More bytes than the list of any masthead or byline has, be it that of a thousand authors.
  static let most = 64 << 10

  private(set) var parts: [NamePart] = []
  private let words: NameWords

  /// Takes a list apart.
  ///
  /// - Parameters:
  ///   - text: Lines, each cleaned as metadata is.
  ///   - words: What names of its language may hold.
  init(_ text: String, _ words: NameWords) {
    self.words = words
    cut(NameAddition.withoutBracketsInTitles(text).utf8.span)
    parts = GroupName.joined(parts, words)
    parts = PartedNames.split(parts, words)
    parts = Affiliations.joined(parts, words)
    separateBehindBrackets()
  }

  /// The people of the list, each with what belongs to them.
  ///
  /// - Parameters:
  ///   - onlyWholeNames: Whether a word such as “and” parts nothing but whole names.
  ///   - mayBeginWithSurnames: Whether it may be written as libraries do; what stands behind an editor's comma is a role.
  ///   - roles: The roles that the text in a bracket names.
  static func people(
    _ text: String, _ words: NameWords, onlyWholeNames: Bool = false, mayBeginWithSurnames: Bool = false,
    roles: (String) -> [String]
  ) -> [Contributor] {
    let (text, others) = OtherNames.split(NameLabel.parted(text, words), words)
    var list = NameList((mayBeginWithSurnames ? givenNamesFirst(text, words) : nil) ?? text, words)
    list.takeLabels()
    list.splitAtConjunctions(onlyWholeNames: onlyWholeNames)
    var credit: String?
    var people = list.parts.compactMap { part -> Contributor? in
      // `Text: A; Photos: B, C`
      if let label = part.label { credit = label.credit }
      var person = PrintedName.read(part, words, roles: roles)
      if let credit { person?.roles.append(credit) }
      return person
    }
    // Whoever writes a semicolon says that two people are meant.
    if mayBeginWithSurnames, !text.has(ascii: ";") { markFamilyNames(&people, words) }
    if let others, let last = people.indices.last {
      people[last].titled = "\(people[last].titled ?? people[last].name) \(others)"
    }
    return people
  }

  /// Marks the commas of `Quist, Nora`, and of `Quist, Nora and Brandt, Ole`: whether each is a person with the family name
  /// in front, only somebody who knows these people can tell.
  private static func markFamilyNames(_ people: inout [Contributor], _ words: NameWords) {
    guard people.count > 1, people.count % 2 == 0 else { return }
    let families = stride(from: 0, to: people.count, by: 2)
    let arePairs = families.allSatisfy { index in
      let (family, given) = (people[index], people[index + 1])
      guard given.joint == nil, family.roles.isEmpty, family.titled == nil, given.titled == nil else { return false }
      if index > 0 {
        guard case .word = family.joint else { return false }
      }
      return NameShape.isWord(family.name) && !NameShape.isIdeographic(family.name)
        && NameShape.beginsAsName(family.name) && !GroupName.isOne(family.name, words)
        && givenNameFirst("\(family.name), \(given.name)", words) != nil
        && given.name.utf8.count { $0 == 0x20 } < 2
    }
    guard arePairs else { return }
    for index in families { people[index + 1].joint = .familyComma }
  }

  /// A list as libraries write it, `Quist, Nora; Brandt, Ole B.`, the other way round; `nil` for any other.
  private static func givenNamesFirst(_ text: String, _ words: NameWords) -> String? {
    guard text.has(ascii: ";") else { return initialsFirst(text, words) }
    let parts = text.utf8.split(separator: UInt8(ascii: ";"))
    let names = parts.compactMap { givenNameFirst(Substring($0), words) }
    return names.count == parts.count && names.count > 1 ? names.joined(separator: "; ") : nil
  }

  /// A list as journals write it, `Quist, N., Brandt, O. B.`, the other way round; `nil` for any other. Nobody is called by
  /// initials alone.
  private static func initialsFirst(_ text: String, _ words: NameWords) -> String? {
    guard text.has(ascii: ","), text.has(ascii: ".") else { return nil }
    var parts: [String] = []
    for part in text.utf8.split(separator: UInt8(ascii: ",")) {
      let names = Substring(part).split(separator: " ").split { words.conjunctions.contains(String($0)) }
      parts += names.map { $0.joined(separator: " ") }
    }
    guard parts.count > 1, parts.count.isMultiple(of: 2) else { return nil }
    // `Joris Mehlfeld, S.J.` is one with his order.
    if NameAddition.isAddition(parts[1], words) { return nil }
    let pairs = stride(from: 0, to: parts.count, by: 2).map { (family: parts[$0], initials: parts[$0 + 1]) }
    guard pairs.allSatisfy({ areInitials($0.initials) && !areInitials($0.family) && isFamilyName($0.family, words) })
    else { return nil }
    guard pairs.contains(where: { NameShape.isWord($0.family) || !NameShape.beginsAsName($0.family) }) else {
      return nil
    }
    return pairs.map { "\($0.initials) \($0.family)" }.joined(separator: "; ")
  }

  /// `N.`, `N. B.`, `J.-P.`
  private static func areInitials(_ text: String) -> Bool {
    let letters = text.split { " .-".contains($0) }
    return text.hasSuffix(".") && (1...4).contains(letters.count)
      && letters.allSatisfy { $0.count == 1 && $0.allSatisfy(\.isUppercase) }
  }

  private static func isFamilyName(_ text: String, _ words: NameWords) -> Bool {
    let parts = text.split(separator: " ").map(String.init)
    guard let last = parts.last, NameShape.beginsAsName(last), !GroupName.isOne(text, words), text != "Jr." else {
      return false
    }
    return parts.count < 3 || parts.dropLast().allSatisfy { !NameShape.beginsAsName($0) }
  }

  /// One name as libraries write it, `Quist, Nora`, the other way round; `nil` for any other.
  static func givenNameFirst(_ text: Substring, _ words: NameWords) -> String? {
    let halves = text.utf8.split(separator: UInt8(ascii: ",")).map { String(Substring($0)).trimmed }
    guard halves.count == 2, !text.utf8.contains(where: { "(:\n".utf8.contains($0) }), let given = halves.last,
      NameShape.beginsAsName(given), !NameAddition.isAddition(given, words), !GroupName.isOne(given, words)
    else { return nil }
    // `van der Lund, Ida`: the family name is one word, and perhaps small ones before it.
    let family = halves[0].utf8.split(separator: 0x20).map { String(Substring($0)) }
    guard let last = family.last, NameShape.beginsAsName(last), !GroupName.isOne(halves[0], words),
      family.dropLast().allSatisfy({ !NameShape.beginsAsName($0) }),
      // Two people: `Quist, Nora and Ole Brandt`.
      !given.utf8.split(separator: 0x20).contains(where: { words.conjunctions.contains(String(Substring($0))) })
    else { return nil }
    return given + " " + halves[0]
  }

  /// Splits each part at words such as “and”.
  ///
  /// - Parameter onlyWholeNames: Whether the words on either side must be whole names.
  mutating func splitAtConjunctions(onlyWholeNames: Bool = false) {
    parts = parts.flatMap { [words] part in
      var names = Conjunctions.split(part, words, onlyWholeNames: onlyWholeNames)
      if let orcid = part.orcid, let last = names.indices.last { names[last].orcid = orcid }
      return names
    }
    // `C D, Jr. and E F`: only now the suffix stands by itself.
    attachSuffixes()
  }

  /// Takes off what opens parts and is no name.
  mutating func takeLabels() {
    parts.removeAll { [words] in NameLabel.isKnown($0.text, words) }
    for index in parts.indices {
      guard let (label, rest) = NameLabel.split(parts[index].text, words) else { continue }
      parts[index].label = label
      parts[index].text = rest
    }
  }

  /// Gives each suffix and degree behind a comma to the name before it.
  mutating func attachSuffixes() {
    guard parts.count > 1 else { return }
    var whole: [NamePart] = []
    for part in parts {
      if part.joint == nil, let last = whole.indices.last,
        NameAddition.isAddition(part.text, words)
          || NameAddition.isAbbreviation(part.text, behind: whole[last].text, words)
      {
        whole[last].text += ", " + part.text
      } else {
        whole.append(part)
      }
    }
    parts = whole
  }

  private mutating func cut(_ bytes: Span<UInt8>) {
    var depth = 0
    var start = 0
    var at = 0
    var joint: Contributor.Joint?
    var isBehindComma = false
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth = max(0, depth - 1)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), 0x20: break
      case let byte where depth == 0:
        let length = NameList.separator(byte, at, in: bytes)
        if length > 0 {
          append(
            bytes.extracting(start..<at), joint, beginsLine: start > 0 && bytes[start - 1] == 0x0A,
            isBehindComma: isBehindComma)
          // A comma at the end of a line is one separator, not two.
          joint = byte == 0x0A && !endsInSeparator(bytes, at) ? .space : nil
          isBehindComma = NameList.isComma(byte, at, in: bytes)
          start = at + length
          at = start - 1
        }
      default: break
      }
      at += 1
    }
    append(
      bytes.extracting(start..<bytes.count), joint, beginsLine: start > 0 && bytes[start - 1] == 0x0A,
      isBehindComma: isBehindComma)
  }

  /// How many bytes the separator at an offset has; 0 where there is none.
  private static func separator(_ byte: UInt8, _ at: Int, in bytes: Span<UInt8>) -> Int {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: ";"), 0x0A: return 1
    case UInt8(ascii: "|"), UInt8(ascii: "/"):
      return at > 0 && at + 1 < bytes.count && bytes[at - 1] == 0x20 && bytes[at + 1] == 0x20 ? 1 : 0
    case ..<0x80: return 0
    // Inside of a word it belongs to a name: `威廉·斯图尔特`, `Gal·la`.
    case 0xC2 where bytes.has(middleDot.span, at: at):
      return at == 0 || bytes[at - 1] == 0x20 || at + 2 < bytes.count && bytes[at + 2] == 0x20 ? 2 : 0
    default: return wideSeparators.first { bytes.has($0.span, at: at) }?.count ?? 0
    }
  }

  /// Whether a separator is a comma, of whatever script, or a stroke that stands for one: a house may stand behind it.
  private static func isComma(_ byte: UInt8, _ at: Int, in bytes: Span<UInt8>) -> Bool {
    ",|/".utf8.contains(byte) || byte >= 0x80 && wideCommas.contains { bytes.has($0.span, at: at) }
  }

  private static let wideCommas = ["،", "、", "，"].map { Bytes($0.utf8) }
  private static let middleDot = Bytes("·".utf8)
  private static let wideSeparators = wideCommas + ["•", "；"].map { Bytes($0.utf8) }

  private func endsInSeparator(_ bytes: Span<UInt8>, _ end: Int) -> Bool {
    guard end > 0 else { return true }
    let last = bytes[end - 1]
    return last == UInt8(ascii: ",") || last == UInt8(ascii: ";")
  }

  private mutating func append(
    _ part: Span<UInt8>, _ joint: Contributor.Joint?, beginsLine: Bool, isBehindComma: Bool
  ) {
    var start = 0
    while start < part.count, part[start] == 0x20 { start += 1 }
    var text = part.extracting(start..<part.count).string.trimmed
    // Inside brackets, the end of a line is a space.
    if text.utf8.contains(0x0A) { text = text.plain }
    if text.isEmpty { return }
    parts.append(
      NamePart(
        text: text, joint: parts.isEmpty ? nil : joint, beginsLine: beginsLine,
        isBehindComma: isBehindComma && !parts.isEmpty))
  }

  /// Separates two whole names between which there is no more than the bracket behind the first.
  private mutating func separateBehindBrackets() {
    guard parts.contains(where: { NameShape.textBehindBracket($0.text, words) != nil }) else { return }
    var separated: [NamePart] = []
    for part in parts {
      var rest = part
      while let behind = NameShape.textBehindBracket(rest.text, words) {
        separated.append(NamePart(text: behind.before, joint: rest.joint))
        rest = NamePart(text: behind.after, joint: .space)
      }
      separated.append(rest)
    }
    parts = separated
  }
}
