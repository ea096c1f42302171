import Languages
import Text

/// What stands before and behind names: `Dr.` and `Ph.D.`, by which nobody is looked for, and `Jr.` and `III`, which are
/// part of the name.
enum NameAddition {
  /// Whether a text, perhaps with a bracket behind it, belongs to the name before its comma.
  static func isAddition(_ text: String, _ known: NameWords) -> Bool {
    let end = text.utf8.firstIndex(of: UInt8(ascii: "(")) ?? text.endIndex
    let words = text.utf8[..<end].split(separator: 0x20)
    // Most names are longer in their first word.
    guard let first = words.first, first.count <= known.longestAddition else { return false }
    if words.count == 1, isSuffix(String(Substring(first)), known) { return true }
    // `M. Sc.` is printed with blanks, too.
    return words.allSatisfy { isDegree(String(Substring($0)), known) }
      || words.count > 1 && words.allSatisfy { $0.last == UInt8(ascii: ".") }
        && isDegree(words.map { String(Substring($0)) }.joined(), known)
  }

  /// Whether a text behind the comma after a name is an order, a house or a degree that nobody lists: `OBE`, `FRSC`.
  static func isAbbreviation(_ text: String, behind name: String, _ known: NameWords) -> Bool {
    (isAbbreviation(text) || isChair(text.utf8.split(separator: 0x20)[...], known)) && name.utf8.contains(0x20)
      && name.unicodeScalars.contains { $0.properties.isLowercase }
  }

  private static func isAbbreviation(_ text: String) -> Bool {
    (2...6).contains(text.utf8.count) && text.utf8.allSatisfy { $0.isASCIILetter && $0 & 0x20 == 0 }
      || isOfBeginnings(text)
  }

  /// Whether a word is put together of the beginnings of two others, as degrees are: `Eng.D.`, `Dipl.-Pol.` That of one
  /// letter is an initial: `J.Kent`.
  private static func isOfBeginnings(_ word: String) -> Bool {
    let parts = word.utf8.split { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
    guard parts.count == 2, word.has(ascii: "."), word.utf8.last == UInt8(ascii: "."),
      parts.allSatisfy({ $0.allSatisfy(\.isASCIILetter) && $0.first.map { $0 & 0x20 == 0 } ?? false })
    else { return false }
    return (2...4).contains(parts[0].count) && parts[1].count < 4
  }

  /// Whether a text behind the comma after a name is a title or a degree that is known as one, or looks like it: more may
  /// be said behind it of who has it.
  static func isTitleOrDegree(_ text: String, _ known: NameWords) -> Bool {
    isAddition(text, known) || isOfBeginnings(text) || isHonorific(text, known)
  }

  /// Whether words behind a comma are a title and the house that gave it: `prof. UW`, `prof. nadzw.`
  private static func isChair(_ words: ArraySlice<Substring.UTF8View>, _ known: NameWords) -> Bool {
    guard words.count > 1, let last = words.last.map({ String(Substring($0)) }),
      words.dropLast().allSatisfy({ isHonorific(String(Substring($0)), known) || isTitle(String(Substring($0))) })
    else { return false }
    return isAbbreviation(last) || isTitle(last)
  }

  /// Whether a word belongs to the name before it: `Jr.`, `III`, `ret.`, `mł.`
  static func isSuffix(_ word: String, _ known: NameWords) -> Bool {
    guard word.utf8.count <= known.longestAddition else { return false }
    let word = word.lowercased()
    return known.suffixes.contains(word.hasSuffix(".") ? String(word.dropLast()) : word)
  }

  /// A name without titles before it and degrees behind it; `nil` where it has none.
  static func withoutTitles(_ name: String, _ known: NameWords) -> String? {
    var words = name.utf8.split(separator: 0x20)[...]
    guard words.count > 1 else { return HanName.withoutTitle(name, known) }
    let count = words.count
    while words.count > 1, let first = words.first {
      let word = String(Substring(first))
      let isTitle = isTitle(word) && beginsName(words.dropFirst(), known)
      guard isHonorific(word, known) && !mayBeInitial(word, before: words.dropFirst()) || isTitle else { break }
      words.removeFirst()
    }
    while words.count > 1, let last = words.last {
      let isBehindComma = words[words.index(before: words.index(before: words.endIndex))].last == UInt8(ascii: ",")
      let word = String(Substring(last))
      if isDegree(word, known) && (isBehindComma || words.count > 2 || isBehindHanName(words))
        || isBehindComma && isAbbreviation(word) && !isSuffix(word, known)
      {
        words.removeLast()
        continue
      }
      // `, prof. UW`
      if let comma = words.lastIndex(where: { $0.last == UInt8(ascii: ",") }), isChair(words[(comma + 1)...], known) {
        words = words[...comma]
        continue
      }
      // `, M. Sc.`
      let two = words.suffix(2).map { String(Substring($0)) }
      guard words.count > 3, words.dropLast(2).last?.last == UInt8(ascii: ","), two[0].utf8.last == UInt8(ascii: "."),
        isDegree(two.joined(), known)
      else { break }
      words.removeLast(2)
    }
    guard words.count < count, let last = words.last else { return nil }
    let kept = words.map { String(Substring($0)) }.joined(separator: " ")
    return last.last == UInt8(ascii: ",") ? String(Substring(kept.utf8.dropLast())) : kept
  }

  /// Whether a word stands behind a whole name in Han characters: `李明 著`, while `李 文` is one.
  private static func isBehindHanName(_ words: ArraySlice<Substring.UTF8View>) -> Bool {
    words.dropLast().last.map { NameShape.isIdeographic(Substring($0)) && Substring($0).unicodeScalars.count > 1 }
      ?? false
  }

  /// A list without brackets right behind titles, which are none behind a name: `Gen. (ret.) Ada Brink`, `Dipl.-Ing. (FH)
  /// Eva Klee`.
  static func withoutBracketsInTitles(_ text: String) -> String {
    guard text.utf8.span.firstOffset(of: ". (".utf8.span) != nil else { return text }
    var words: [Substring] = []
    var isTitle = false
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      if isTitle, word.hasPrefix("("), word.hasSuffix(")"), word.utf8.count < 9 { continue }
      words.append(word)
      // At the beginning of a name, where nothing but titles stands before.
      let begins = words.count == 1 || words[words.count - 2].hasSuffix(",") || words[words.count - 2].hasSuffix(";")
      isTitle = word.hasSuffix(".") && word.utf8.count > 2 && (begins || isTitle)
    }
    return words.joined(separator: " ")
  }

  /// Whether a word is a title's abbreviation, whichever: small letters with a full stop, as the `rer. nat.` of a doctor.
  private static func isTitle(_ word: String) -> Bool {
    word.utf8.last == UInt8(ascii: ".") && word.unicodeScalars.first?.properties.isLowercase == true
  }

  /// Whether a name follows such words.
  private static func beginsName(_ words: ArraySlice<Substring.UTF8View>, _ known: NameWords) -> Bool {
    words.map { String(Substring($0)) }.first { !isTitle($0) && !isHonorific($0, known) }.map {
      NameShape.beginsAsName($0)
    } ?? false
  }

  /// Whether a title of one letter may be the initial of a name, too: in `D. Juan Paz` it is none, in `D. Paz` and `D. J.
  /// Paz` it may be.
  private static func mayBeInitial(_ word: String, before words: ArraySlice<Substring.UTF8View>) -> Bool {
    word.utf8.count < 3 && word.utf8.filter { $0 != UInt8(ascii: ".") }.count == 1
      && (words.count < 2 || words.first?.last == UInt8(ascii: "."))
  }

  private static func isHonorific(_ word: String, _ known: NameWords) -> Bool {
    guard word.utf8.count <= known.longestAddition else { return false }
    var word = word.lowercased()
    // `Dr.ª`, `Eng.º`
    if let last = word.last, last == "ª" || last == "º" { word.removeLast() }
    // What is listed with a stop is a name without it: `Sen.`
    return known.honorifics.contains(word)
      || word.hasSuffix(".") && known.honorifics.contains(String(word.dropLast()))
  }

  /// `Ph.D.`, `MD`, but not `Ma`, which is a name.
  private static func isDegree(_ word: String, _ known: NameWords) -> Bool {
    guard word.utf8.count <= known.longestAddition else { return false }
    let letters = word.utf8.filter { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: ",") }
    guard known.degrees.contains(String(decoding: letters, as: UTF8.self).lowercased()) else { return false }
    return letters.count > 2 || word.has(ascii: ".") || letters.allSatisfy { $0 & 0x20 == 0 }
  }
}
