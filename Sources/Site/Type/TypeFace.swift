import Text

/// The shapes of the letters of the theme's type: what is drawn with them looks the same on every machine, whatever type is
/// installed there.
struct TypeFace: Sendable {
  /// A letter: how wide it is, and its outline as SVG writes one, in thousandths of the size of the type.
  struct Glyph: Sendable {
    let width: Int
    let outline: Bytes
  }

  /// The plain type, and the bold one.
  static let regular = TypeFace(named: "regular.txt")
  static let bold = TypeFace(named: "bold.txt")

  private let glyphs: [UInt32: Glyph]

  private init(named name: String) {
    let text = Bytes((EmbeddedFiles.outlines.first { $0.path == name }?.text ?? "").utf8)
    var glyphs: [UInt32: Glyph] = [:]
    for line in text.split(separator: 0x0A) {
      let parts = line.split(separator: 0x20, maxSplits: 2)
      guard parts.count > 1, let number = UInt32(Bytes(parts[0]).string, radix: 16),
        let width = Int(Bytes(parts[1]).string)
      else { continue }
      glyphs[number] = Glyph(width: width, outline: parts.count > 2 ? Bytes(parts[2]) : [])
    }
    self.glyphs = glyphs
  }

  /// How wide a text is, in thousandths of its size. Of letters that the type does not have, as wide as they are in wide
  /// types, so that they have room.
  func width(of text: some Sequence<Unicode.Scalar>) -> Int {
    text.reduce(0) { $0 + (glyphs[$1.value]?.width ?? TypeFace.bound(of: $1)) }
  }

  /// The outline of a text that begins at 0; `nil` where the type lacks a letter of it.
  func outline(of text: some Sequence<Unicode.Scalar>) -> Bytes? {
    var outline = Bytes()
    var x = 0
    for scalar in text {
      guard let glyph = glyphs[scalar.value] else { return nil }
      if !glyph.outline.isEmpty { outline += Bytes("M\(x) 0".utf8) + glyph.outline }
      x += glyph.width
    }
    return outline
  }

  /// How wide letters of other scripts are at most.
  private static func bound(of scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: 0
    // Those of East Asia fill a square.
    default: scalar.value >= 0x1100 ? 1_000 : 640
    }
  }
}
