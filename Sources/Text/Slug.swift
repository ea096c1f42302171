/// A part of an address: lower-case ASCII letters and digits in groups joined by single hyphens, never empty.
public struct Slug: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The slug as it stands in an address.
  public let description: String

  /// Takes text that is a slug already; `nil` for any other.
  public init?(exactly text: String) {
    var afterHyphen = true
    for byte in text.utf8 {
      guard byte.isASCIIDigit || byte.isASCIILetter && byte & 0x20 != 0 || byte == UInt8(ascii: "-") && !afterHyphen
      else { return nil }
      afterHyphen = byte == UInt8(ascii: "-")
    }
    if afterHyphen { return nil }
    description = text
  }

  /// Makes a slug of any text, letter by letter (`Sławomir Dębski` gives `slawomir-debski`); `nil` when no letter or
  /// digit is left.
  public init?(of text: String) {
    let slug = Transliteration.slug(of: text)
    guard !slug.isEmpty else { return nil }
    description = slug.string
  }

  /// The slug of a name: it depends on nothing but the name. A name without letters and digits is told by its code
  /// points.
  public init(naming text: String) {
    let slug = Transliteration.slug(of: text)
    self = Slug(checked: (slug.isEmpty ? Slug.codePoints(of: text) : slug).string).bounded
  }

  /// The most bytes that words have which become an address: file systems take names of 255, and readers far fewer.
  public static let longest = 100

  /// The slug, cut behind a whole word where it is longer: words that become an address may be a whole sentence.
  public var bounded: Slug {
    let bytes = description.utf8
    guard bytes.count > Slug.longest else { return self }
    let start = bytes.prefix(Slug.longest + 1)
    let end = start.lastIndex(of: UInt8(ascii: "-")) ?? bytes.index(bytes.startIndex, offsetBy: Slug.longest)
    return Slug(checked: String(description[..<end]))
  }

  /// The same slug with a number after it, to tell it from another.
  public func numbered(_ number: Int) -> Slug { Slug(checked: "\(description)-\(number)") }

  /// What stands for a slug that can't be read any more.
  package static let lost = Slug(checked: "lost")

  private init(checked text: String) { description = text }

  /// By bytes.
  public static func < (a: Slug, b: Slug) -> Bool { a.description < b.description }

  private static func codePoints(of text: String) -> Bytes {
    let numbers = text.unicodeScalars.filter { !$0.properties.isWhitespace }.map { String($0.value, radix: 16) }
    return Bytes("u\(numbers.joined(separator: "-"))".utf8)
  }
}
