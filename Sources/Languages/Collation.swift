import Foundation
import Text

/// The order of words in a language, as its dictionaries have it: in Polish, `Ł` follows `L`.
public struct Collation: Sendable {
  private let locale: Locale

  /// The order of a language, given by its BCP 47 tag.
  public init(language: String) { locale = Locale(language: language) }

  /// The place of each distinct text in the language's order, so that lists sort by comparing integers.
  ///
  /// Comparing by language is slow; each text is compared here once per list, never inside a page.
  public func ranks(of texts: some Sequence<String>) -> [String: Int] {
    let sorted = Set(texts).sorted(by: precedes)
    return Dictionary(uniqueKeysWithValues: zip(sorted, sorted.indices))
  }

  /// The letter under which a text stands in an index: `Ł` for “Łęcki” in Polish, `L` in English, `Ch` for “Chalupa” in
  /// Czech, `#` for a digit.
  public func heading(of text: String) -> String {
    guard let first = text.first(where: { $0.isLetter || $0.isNumber }) else { return "#" }
    if first.isNumber { return "#" }
    if let pair = letterOfTwo(text) { return pair }
    let letter = String(first).uppercased(with: locale)
    let plain = letter.folding(options: .diacriticInsensitive, locale: locale)
    // A letter of another script is one of its own, although many languages have their script before the Latin one.
    let isLatin = (letter.unicodeScalars.first?.value ?? 0) < Collation.endOfLatin
    let base = plain == letter && isLatin ? (Slug(of: letter)?.description.uppercased() ?? letter) : plain
    // A letter of its own sorts after the last word that begins with its base letter.
    return precedes(base + "\u{10FFFF}", letter) || precedes(base + "zzz", letter) ? letter : String(base.prefix(1))
  }

  /// Two signs that are one letter, where a text begins with such a one: it sorts after all that begins with the first.
  private func letterOfTwo(_ text: String) -> String? {
    let pair = text.drop { !$0.isLetter }.prefix(2).lowercased(with: locale)
    let signs = Bytes(pair.utf8)
    guard signs.count == 2, signs.allSatisfy(\.isASCIILetter), signs[0] != signs[1],
      precedes("\(pair.prefix(1))zzz", pair)
    else {
      return nil
    }
    return String(pair.prefix(1)).uppercased(with: locale) + pair.dropFirst()
  }

  /// Where the letters that Western languages write end in Unicode. What few others have behind it, as Vietnamese does,
  /// are these letters with marks.
  private static let endOfLatin: UInt32 = 0x250

  private func precedes(_ a: String, _ b: String) -> Bool {
    switch a.compare(b, locale: locale) {
    case .orderedAscending: true
    case .orderedDescending: false
    // The bytes decide between texts that the language calls equal, so that the order is total.
    case .orderedSame: Array(a.utf8).lexicographicallyPrecedes(Array(b.utf8))
    }
  }
}
