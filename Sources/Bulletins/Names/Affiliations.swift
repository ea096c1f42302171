import Languages
import Text

/// Where people of a list work, which stands behind their names or on the line below, and is nobody's name: it is kept in
/// brackets behind the name. On the way, what only a line's end took apart is put together.
struct Affiliations {
  /// More bytes than any name and house have.
  private static let longest = 1_000

  private let words: NameWords
  private var joined: [NamePart] = []
  /// What is said of who stands last: the house, its town.
  private var house: [String] = []
  /// Whether the house stands behind a comma, as names do.
  private var isBehindComma = false

  /// The parts of a list, each with one person or group.
  static func joined(_ parts: [NamePart], _ words: NameWords) -> [NamePart] {
    // Most lists name people alone, on one line, and in fewer words than a house behind “of” makes of them.
    guard
      parts.contains(where: {
        $0.joint == .space || $0.text.utf8.contains(where: isRare) || $0.text.utf8.count { $0 == 0x20 } > 2
          || $0.isBehindComma
            && (namesHouse($0.text, words) || !NameShape.beginsAsName($0.text) || words.isProfession($0.text))
      })
    else { return parts }
    var affiliations = Affiliations(words: words)
    for (place, part) in parts.enumerated() {
      affiliations.add(part, next: place + 1 < parts.count ? parts[place + 1] : nil)
    }
    affiliations.close()
    return affiliations.joined
  }

  private init(words: NameWords) { self.words = words }

  /// A byte that names hardly have: of a dash, of a mail address or of a date.
  private static func isRare(_ byte: UInt8) -> Bool {
    byte == 0xE2 || byte == UInt8(ascii: "@") || byte.isASCIIDigit || byte == UInt8(ascii: "-")
  }

  private mutating func add(_ part: NamePart, next: NamePart?) {
    if goesOn(part) {
      house.append(part.text)
    } else if part.joint == .space, !joined.isEmpty {
      addLine(part)
    } else if part.isBehindComma, follows(part) {
      isBehindComma = true
      addHouse(part, next: next)
    } else {
      close()
      append(part)
    }
  }

  /// The town of a house, or the house of a faculty, and no further author.
  private func goesOn(_ part: NamePart) -> Bool {
    guard !house.isEmpty, !part.beginsLine, house.count < 4, NameLabel.split(part.text, words) == nil,
      !beginsWithConjunction(part.text)
    else { return false }
    return part.isBehindComma && (Affiliations.namesHouse(part.text, words) || words.isProfession(part.text))
      || house.count < 3 && !isWhole(part.text)
  }

  /// Whether what stands behind a comma says something of the person before it.
  private func follows(_ part: NamePart) -> Bool {
    guard house.isEmpty, let last = joined.last else { return false }
    // `Nora Quist, Director, Harbour Office`, `Nora Quist, J.D., Professor`
    let isDegree = last.isBehindComma && NameAddition.isTitleOrDegree(last.text, words)
    let isOfTitled =
      joined.count > 1 && last.isBehindComma && (isDegree || isTitle(last.text))
      && isPerson(joined[joined.count - 2].text)
    guard isPerson(last.text) || isOfTitled else { return false }
    return Affiliations.namesHouse(part.text, words)
      || (isPerson(last.text) || isDegree) && (isNoName(part.text) || words.isProfession(part.text))
  }

  private mutating func addHouse(_ part: NamePart, next: NamePart?) {
    if let last = joined.last, !isPerson(last.text) { house.append(joined.removeLast().text) }
    // A mail address and the mark of a note are no part of what is printed of a name elsewhere, either.
    if part.text.has(ascii: "@") || part.text.utf8.count < 3 && isFigures(part.text) { return }
    if let orcid = NamePart.orcid(part.text) {
      joined[joined.count - 1].orcid = orcid
      return
    }
    if let halves = halves(of: part.text), isTwo(halves, before: next) {
      house.append(halves.house)
      close()
      append(NamePart(text: halves.name, joint: .word(halves.word)))
    } else {
      house.append(part.text)
    }
  }

  /// Whether what stands before a conjunction is said of one person, and the name behind it is another one's.
  private func isTwo(_ halves: (house: String, word: String, name: String), before next: NamePart?) -> Bool {
    // `A, Harbour Office and B, Port School`
    if let next, next.isBehindComma, Affiliations.namesHouse(next.text, words) { return true }
    // `A, Senior Fellow and B`, but `A, Director for Tides and Baltic Ports`
    return words.isProfession(halves.house) && !words.isProfession(halves.name)
      && halves.house.utf8.split(separator: 0x20).allSatisfy { NameShape.beginsAsName(String(Substring($0))) }
  }

  /// A line: another person, the house of the one before, or the second half of a name.
  private mutating func addLine(_ part: NamePart) {
    guard let last = joined.last else { return }
    // No name has so many lines: it would be looked through again for each of them.
    if last.text.utf8.count > Affiliations.longest { return append(part) }
    if withHouse(part.text) != nil {
      close()
      append(part)
      return
    }
    // `Nora Quist, Jr.`: what stands behind the comma is hers, and ends the name.
    let endsName = last.isBehindComma && joined.count > 1 && NameAddition.isAddition(last.text, words)
    let followsName = house.isEmpty && (endsName || NameShape.isWholeName(lastName(last.text), words))
    let isBelowHouse = !house.isEmpty
    if isBelowHouse, !isPerson(part.text), isShort(part.text) {
      house.append(part.text)
      return
    }
    close()
    if followsName, GroupName.isOne(part.text, words) || words.isProfession(part.text),
      !GroupName.isOne(last.text, words)
    {
      // The line below a name says where they work.
      house = [part.text]
    } else if followsName || isBelowHouse || last.text.utf8.last == UInt8(ascii: ")"),
      NameShape.isWholeName(part.text, words)
    {
      append(part)
    } else {
      joined[joined.count - 1].text += " " + part.text
    }
  }

  private mutating func close() {
    if let last = joined.indices.last, !house.isEmpty {
      joined[last].text += " (\(house.joined(separator: ", ")))"
      joined[last].affiliationMayBeAuthor = isBehindComma
    }
    (house, isBehindComma) = ([], false)
  }

  /// Adds somebody; a house may stand behind the name, and its town behind that.
  private mutating func append(_ part: NamePart) {
    var part = part
    if let halves = withHouse(part.text) {
      part.text = halves.before
      house = [halves.behind]
    }
    joined.append(part)
  }

  /// A person and the house, or the office, behind a dash or a word such as “of”: `Nora Quist – Harbour Office`, `Nora Quist
  /// of the Harbour Office`; `nil` for any other text.
  private func withHouse(_ text: String) -> (before: String, behind: String)? {
    let halves = SpacedDash.halves(of: text).first {
      isPerson($0.before) && (Affiliations.namesHouse($0.behind, words) || words.isProfession($0.behind))
    }
    if let halves { return halves }
    let all = text.utf8.split(separator: 0x20)
    guard all.count > 3,
      let at = all.firstIndex(where: { words.prepositions.contains(String(Substring($0))) }), at > 1
    else { return nil }
    let before = String(text[..<all[at - 1].endIndex])
    let rest = all[at...].drop { !NameShape.beginsAsName(Substring($0)) }
    guard let start = rest.first?.startIndex, isPerson(before) else { return nil }
    let behind = String(text[start...])
    return Affiliations.namesHouse(behind, words) ? (before, behind) : nil
  }

  /// A house and who stands behind its last conjunction: `Harbour Office and Ole Brandt`.
  private func halves(of text: String) -> (house: String, word: String, name: String)? {
    let all = text.utf8.split(separator: 0x20).map { String(Substring($0)) }
    guard let at = all.lastIndex(where: { words.conjunctions.contains($0) }), at > 0 else { return nil }
    let name = all[(at + 1)...].joined(separator: " ")
    guard isPerson(name), name.utf8.contains(0x20) else { return nil }
    return (all[..<at].joined(separator: " "), all[at], name)
  }

  /// Whether a text is the name of a house: a word of it says so, and no article makes it a crew that signs.
  private static func namesHouse(_ text: String, _ words: NameWords) -> Bool {
    // Most parts are names of people: whether a word is one of groups is asked first.
    let parts = text.utf8.split(separator: 0x20).map { String(Substring($0)) }
    guard let first = parts.first, NameShape.beginsAsName(first),
      parts.contains(where: { $0.utf8.count >= words.shortestGroupWord && GroupName.isWord($0, words) }),
      !GroupName.isArticle(first, words), !words.conjunctions.contains(first),
      !text.utf8.contains(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "(") })
    else { return false }
    // `Ole Brandt and the Editors` are two authors.
    return Conjunctions.split(NamePart(text: text), words).first.map { GroupName.isOne($0.text, words) } ?? false
  }

  /// No sentence, and no longer than the name of a house.
  private func isShort(_ text: String) -> Bool {
    text.utf8.last.map { !".!?:*_".utf8.contains($0) } ?? false && text.utf8.split(separator: 0x20).count < 10
  }

  /// A date, an address, the figure of a note, a profession in small letters: `lawyer`, `guest author`.
  private func isNoName(_ text: String) -> Bool {
    // `Ada Brink (https://orcid.org/…)`, `Ada Brink 1`
    if text.has(ascii: "(") || text.utf8.last?.isASCIIDigit == true,
      isPerson(PrintedName.withoutNoteFigure(NameShape.withoutBrackets(text).trimmed))
    {
      return false
    }
    if text.has(ascii: "@") { return !text.utf8.contains(0x20) }
    if NamePart.orcid(text) != nil { return true }
    if text.utf8.span.firstOffset(of: "://".utf8.span) != nil || text.lowercased().hasPrefix("www.") { return true }
    if let word = text.split(separator: " ").first, !text.contains(where: \.isUppercase),
      text.first?.isLowercase == true,
      !words.conjunctions.contains(String(word)), !NameAddition.isAddition(String(word), words)
    {
      return true
    }
    guard let first = text.utf8.first, let last = text.utf8.split(separator: 0x20).last else { return false }
    return first.isASCIIDigit || last.allSatisfy(\.isASCIIDigit)
  }

  private func isFigures(_ text: String) -> Bool { text.utf8.allSatisfy(\.isASCIIDigit) }

  /// One word, as titles of offices are.
  private func isTitle(_ text: String) -> Bool {
    !text.utf8.contains(0x20) && !NameShape.isIdeographic(text) && !GroupName.isOne(text, words)
  }

  private func isPerson(_ text: String) -> Bool {
    let name = lastName(text)
    return isWhole(name) && !GroupName.isOne(name, words)
  }

  private func isWhole(_ text: String) -> Bool {
    NameShape.isWholeName(NameAddition.withoutTitles(text, words) ?? text, words)
  }

  private func beginsWithConjunction(_ text: String) -> Bool {
    text.utf8.split(separator: 0x20, maxSplits: 1).first.map { words.conjunctions.contains(String(Substring($0))) }
      ?? false
  }

  /// What stands behind the last conjunction.
  private func lastName(_ text: String) -> String {
    Conjunctions.split(NamePart(text: text), words).last?.text ?? text
  }
}
