import Foundation

/// Text in lower-case Latin letters without marks, as addresses have it: Latin letters by a table, since headings and names
/// are full of them, all others by ICU.
enum Transliteration {
  /// The letters and digits of a text in groups joined by single hyphens; empty when there are none.
  static func slug(of text: String) -> Bytes {
    var writer = SlugWriter()
    writer.reserveCapacity(text.utf8.count)
    writer.write(text.utf8.span)
    return writer.slug
  }

  /// What of ICU's rules a run of letters needs. Loading those of all scripts takes a tenth of a second, so that who
  /// writes in Greek or Cyrillic does without.
  enum Script {
    case latin, greek, cyrillic, other

    /// The script of the character that begins at an offset.
    init(at offset: Int, in text: Span<UInt8>) {
      switch text[offset] {
      case 0xC2..<0xCC: self = .latin
      case 0xCD..<0xD0: self = .greek
      case 0xD0..<0xD4: self = .cyrillic
      // Armenian begins behind the supplements of Cyrillic.
      case 0xD4: self = text[offset + 1] < 0xB0 ? .cyrillic : .other
      case 0xE1:
        switch text[offset + 1] {
        case 0xB8..<0xBC: self = .latin
        case 0xBC...: self = .greek
        default: self = .other
        }
      default: self = .other
      }
    }

    private var rules: String {
      switch self {
      case .latin: ""
      case .greek: "Greek-Latin/UNGEGN; "
      case .cyrillic: "Cyrillic-Latin; "
      case .other: "Any-Latin; "
      }
    }

    /// The letters in ASCII, as far as ICU knows how. Signs that stand for soft consonants and the like go.
    func latin(_ letters: String) -> String {
      let transform = StringTransform("NFKC; \(rules)[[:Lm:]] Remove; Latin-ASCII")
      return letters.applyingTransform(transform, reverse: false) ?? letters
    }
  }
}

/// Writes a slug byte by byte.
private struct SlugWriter {
  private(set) var slug: Bytes = []
  private var pendingHyphen = false
  /// Whether what is written comes from ICU, which is not asked again.
  private var isTransliterated = false

  mutating func reserveCapacity(_ count: Int) { slug.reserveCapacity(count) }

  mutating func write(_ text: Span<UInt8>) {
    var at = 0
    while at < text.count {
      let byte = text[at]
      if byte.isASCIILetter {
        append(byte | 0x20)
        at += 1
      } else if byte.isASCIIDigit {
        append(byte)
        at += 1
      } else if byte < 0x80 {
        // Apostrophes join what they stand between; every other mark separates.
        if byte != UInt8(ascii: "'") { separate() }
        at += 1
      } else {
        at = writeWide(text, at)
      }
    }
  }

  /// Writes what begins with a byte beyond ASCII; the result is the offset behind it.
  private mutating func writeWide(_ text: Span<UInt8>, _ at: Int) -> Int {
    switch WideMark(at: at, in: text) {
    case .latin(let letters):
      for letter in letters { append(letter) }
      return at + 2
    case .joining(let length): return at + length
    case .separating(let length):
      separate()
      return at + length
    case .foreign:
      if isTransliterated { return writeUnknown(text, at) }
      return writeRun(text, at)
    }
  }

  /// The most bytes that ICU is given at once: its time grows with the square of them.
  private static let longestRun = 3_000

  /// Writes letters of one script as ICU gives them.
  private mutating func writeRun(_ text: Span<UInt8>, _ start: Int) -> Int {
    let script = Transliteration.Script(at: start, in: text)
    var end = start
    while end < text.count, end - start < SlugWriter.longestRun, text[end] >= 0x80 {
      // Marks that were typed apart belong to the letter before them.
      let isMark = WideMark.isCombining(text[end], text[end + 1])
      if !isMark {
        guard case .foreign = WideMark(at: end, in: text), Transliteration.Script(at: end, in: text) == script else {
          break
        }
      }
      end += WideMark.length(text[end])
    }
    let latin = script.latin(text.extracting(start..<end).string)
    isTransliterated = true
    write(latin.utf8.span)
    isTransliterated = false
    // Languages without blanks get some from ICU, but none where their text was cut.
    if script == .other, end - start >= SlugWriter.longestRun { separate() }
    return end
  }

  /// Writes a character that ICU leaves as it is: a letter by its code point, so that no two names become one.
  private mutating func writeUnknown(_ text: Span<UInt8>, _ at: Int) -> Int {
    let length = WideMark.length(text[at])
    guard let scalar = text.extracting(at..<at + length).string.unicodeScalars.first else { return at + length }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .spacingMark:
      for byte in "u\(String(scalar.value, radix: 16))".utf8 { append(byte) }
    case .nonspacingMark, .enclosingMark, .modifierLetter: break
    default: separate()
    }
    return at + length
  }

  private mutating func separate() { pendingHyphen = !slug.isEmpty }

  private mutating func append(_ byte: UInt8) {
    if pendingHyphen { slug.append(UInt8(ascii: "-")) }
    pendingHyphen = false
    slug.append(byte)
  }
}

/// What a character beyond ASCII is for a slug, told from its UTF-8 bytes.
private enum WideMark {
  /// A letter of the table, in ASCII; it has two bytes.
  case latin(ArraySlice<UInt8>)
  /// Nothing that a reader sees, an apostrophe, or a mark over a letter, in so many bytes.
  case joining(Int)
  /// A mark of any other kind.
  case separating(Int)
  /// What ICU is asked about.
  case foreign

  init(at offset: Int, in text: Span<UInt8>) {
    let lead = text[offset]
    let next = text[offset + 1]
    switch (lead, next) {
    case (0xC2, 0xAD): self = .joining(2)
    case (0xC2, 0xAA), (0xC2, 0xB2), (0xC2, 0xB3), (0xC2, 0xB5), (0xC2, 0xB9), (0xC2, 0xBA), (0xC2, 0xBC...0xBE):
      self = .foreign
    case (0xC2, _), (0xC3, 0x97), (0xC3, 0xB7): self = .separating(2)
    case (0xC3...0xC9, _):
      self = LatinLetters.plain(lead, next).map { .latin($0) } ?? .foreign
    case (0xCC, _), (0xCD, ..<0xB0): self = .joining(2)
    case (0xE2, 0x80):
      // ‘ ’, joiners and what has no width.
      let last = text[offset + 2]
      self = last == 0x98 || last == 0x99 || (0x8B...0x8D).contains(last) ? .joining(3) : .separating(3)
    case (0xE2, 0x81) where text[offset + 2] == 0xA0: self = .joining(3)
    case (0xE2, 0x81) where text[offset + 2] < 0xB0: self = .separating(3)
    case (0xEF, 0xBB) where text[offset + 2] == 0xBF: self = .joining(3)
    default: self = .foreign
    }
  }

  /// How many bytes a character has that begins so.
  static func length(_ lead: UInt8) -> Int { lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4 }

  static func isCombining(_ lead: UInt8, _ next: UInt8) -> Bool { lead == 0xCC || lead == 0xCD && next < 0xB0 }
}
