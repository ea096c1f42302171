import Foundation

/// A part of an address: lower-case ASCII letters and digits in groups joined by single hyphens, never empty.
public struct Slug: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The slug as it stands in an address.
  public let description: String

  /// Takes text that is a slug already; `nil` for any other.
  public init?(exactly text: String) {
    guard !text.isEmpty, text == Slug.transliterate(text) else { return nil }
    description = text
  }

  /// Makes a slug of any text, letter by letter (`Sławomir Dębski` gives `sławomir-debski` without its stroke);
  /// `nil` when no letter or digit is left.
  public init?(of text: String) {
    let slug = Slug.transliterate(text)
    guard !slug.isEmpty else { return nil }
    description = slug
  }

  /// The slug, cut behind a word where it is longer than anybody would read: words that become an address may be a whole
  /// sentence.
  public var bounded: Slug {
    let bytes = description.utf8
    guard bytes.count > Slug.longest else { return self }
    let start = bytes.prefix(Slug.longest + 1)
    let end = start.lastIndex(of: UInt8(ascii: "-")) ?? bytes.index(bytes.startIndex, offsetBy: Slug.longest)
    return Slug(checked: String(description[..<end]))
  }

  /// In bytes.
  private static let longest = 80

  /// The same slug with a number after it, to tell it from another.
  public func numbered(_ number: Int) -> Slug { Slug(checked: "\(description)-\(number)") }

  /// What stands for a slug that can't be read any more.
  package static let lost = Slug(checked: "lost")

  private init(checked text: String) { description = text }

  /// By bytes.
  public static func < (a: Slug, b: Slug) -> Bool { a.description < b.description }

  private static func transliterate(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return ofASCII(text) }
    let letters = text.decomposedStringWithCompatibilityMapping
    var slug: [UInt8] = []
    slug.reserveCapacity(letters.utf8.count)
    var pendingHyphen = false
    for scalar in letters.unicodeScalars {
      guard let replacement = replacement(for: scalar) else {
        // Apostrophes join what they stand between; every other character separates.
        if !isJoining(scalar) { pendingHyphen = !slug.isEmpty }
        continue
      }
      if pendingHyphen { slug.append(UInt8(ascii: "-")) }
      pendingHyphen = false
      slug.append(contentsOf: replacement.utf8)
    }
    return slug.string
  }

  private static func ofASCII(_ text: String) -> String {
    var slug: [UInt8] = []
    slug.reserveCapacity(text.utf8.count)
    var pendingHyphen = false
    for byte in text.utf8 {
      guard byte.isASCIILetter || byte.isASCIIDigit else {
        if byte != UInt8(ascii: "'") { pendingHyphen = !slug.isEmpty }
        continue
      }
      if pendingHyphen { slug.append(UInt8(ascii: "-")) }
      pendingHyphen = false
      slug.append(byte.isASCIIDigit ? byte : byte | 0x20)
    }
    return slug.string
  }

  private static func replacement(for scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "a"..."z", "0"..."9": String(scalar)
    case "A"..."Z": String(scalar).lowercased()
    default: strokes[scalar]
    }
  }

  private static func isJoining(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "'" || scalar == "’" || scalar.properties.generalCategory == .nonspacingMark || scalar.isInvisible
  }

  /// Letters that no decomposition takes apart.
  private static let strokes: [Unicode.Scalar: String] = [
    "ł": "l", "Ł": "l", "ß": "ss", "ẞ": "ss", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ð": "d", "Ð": "d",
    "þ": "th", "Þ": "th", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ı": "i", "ħ": "h", "Ħ": "h",
    "ŧ": "t", "Ŧ": "t", "ŋ": "n", "Ŋ": "n", "ə": "e", "Ə": "e", "ĸ": "k",
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "є": "ie", "ж": "zh", "з": "z",
    "и": "i", "і": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s",
    "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ы": "y",
    "э": "e", "ю": "iu", "я": "ia",
    "А": "a", "Б": "b", "В": "v", "Г": "g", "Ґ": "g", "Д": "d", "Е": "e", "Є": "ie", "Ж": "zh", "З": "z",
    "И": "i", "І": "i", "К": "k", "Л": "l", "М": "m", "Н": "n", "О": "o", "П": "p", "Р": "r", "С": "s",
    "Т": "t", "У": "u", "Ф": "f", "Х": "kh", "Ц": "ts", "Ч": "ch", "Ш": "sh", "Щ": "shch", "Ы": "y",
    "Э": "e", "Ю": "iu", "Я": "ia",
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i", "κ": "k",
    "λ": "l", "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t",
    "υ": "y", "φ": "f", "χ": "ch", "ψ": "ps", "ω": "o",
  ]
}
