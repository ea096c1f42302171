import Foundation

/// Characters as a search compares them: in small letters without marks, Latin ones in ASCII. What was folded once is
/// remembered: a text has few letters, and many of each.
package struct FoldedLetters: Sendable {
  /// What a character is in a text that is searched.
  package enum Kind: Sendable {
    /// A part of a word; with whether its script has no spaces between words.
    case letter(isUnspaced: Bool)
    /// Nothing that a reader sees, within a word or between two.
    case joining
    /// What stands between words.
    case separating
  }

  private var known: [Unicode.Scalar: (kind: Kind, letters: String)] = [:]

  package init() {}

  /// The character as it is compared.
  package mutating func fold(_ scalar: Unicode.Scalar) -> (kind: Kind, letters: String) {
    if let found = known[scalar] { return found }
    let kind = FoldedLetters.kind(of: scalar)
    guard case .letter = kind else { return (kind, "") }
    let folded = (kind, FoldedLetters.exception(scalar) ?? FoldedLetters.general(scalar, FoldedLetters.exception))
    known[scalar] = folded
    return folded
  }

  /// The letters that Unicode's decompositions alone do not fold, with what they become: `ł` and `ß`, say. Whoever folds
  /// elsewhere needs these and no other table.
  package static let exceptions: [(letter: Unicode.Scalar, folded: String)] = (UInt32(0xC0)...0x3FF).compactMap {
    guard let scalar = Unicode.Scalar($0), let folded = exception(scalar), folded != general(scalar, { _ in nil })
    else {
      return nil
    }
    return (scalar, folded)
  }

  private static func exception(_ scalar: Unicode.Scalar) -> String? {
    // The sigma at the end of words is the one within them, which capital letters do not tell apart.
    if scalar == "ς" { return "σ" }
    guard (0xC0..<0x250).contains(scalar.value) else { return nil }
    let (lead, next) = (UInt8(0xC0 | scalar.value >> 6), UInt8(0x80 | scalar.value & 0x3F))
    return LatinLetters.plain(lead, next).map { Array($0).string }
  }

  /// Small, decomposed, without marks, and composed again, so that Hangul and kana stay what they are.
  private static func general(_ scalar: Unicode.Scalar, _ exception: (Unicode.Scalar) -> String?) -> String {
    let small = scalar.properties.lowercaseMapping
    if scalar.isASCII { return small }
    var bare = String.UnicodeScalarView()
    for part in small.decomposedStringWithCompatibilityMapping.unicodeScalars {
      if case .letter = kind(of: part) { bare.append(part) }
    }
    var folded = ""
    for part in String(bare).precomposedStringWithCanonicalMapping.lowercased().unicodeScalars {
      folded += exception(part) ?? String(part)
    }
    return folded
  }

  private static func kind(of scalar: Unicode.Scalar) -> Kind {
    if scalar.isInvisible || marks.contains(where: { $0.contains(scalar.value) }) { return .joining }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
      return .letter(isUnspaced: unspaced.contains { $0.contains(scalar.value) })
    default: return .separating
    }
  }

  /// Marks that many leave out: accents, the vowels of Hebrew and Arabic. Vowels of Indic scripts are letters.
  private static let marks: [ClosedRange<UInt32>] = [
    0x300...0x36F, 0x483...0x487, 0x591...0x5C7, 0x640...0x640, 0x64B...0x65F, 0x670...0x670, 0x1AB0...0x1AFF,
    0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F,
  ]

  /// Thai and Lao, Burmese, Khmer, kana, Chinese characters.
  private static let unspaced: [ClosedRange<UInt32>] = [
    0xE00...0xEFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3005...0x3007, 0x3040...0x30FF, 0x31F0...0x31FF,
    0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF,
  ]
}
