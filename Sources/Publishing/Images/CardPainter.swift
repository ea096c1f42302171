import Coding
import System
import Text

/// librsvg, as the program that makes pictures of points of drawings.
struct CardPainter: Sendable {
  private let version: Fingerprint
  private let fonts: Fingerprint

  /// The version that is installed.
  static func installed() throws(EnvironmentError) -> CardPainter {
    guard let version = ExternalProgram.version(of: program.name) else {
      throw EnvironmentError(
        "cards can't be drawn", program.name,
        because: "it is not installed; `apt install librsvg2-bin` does that, and without `cards:` it is not needed")
    }
    return CardPainter(version: Fingerprint(of: version), fonts: installedFonts())
  }

  /// The fonts of the machine, where a program tells them, in no order.
  private static func installedFonts() -> Fingerprint {
    let listed = try? ExternalProgram.result(of: "fc-list", [":", "file"], messages: .dropped).printed
    let files = (listed ?? []).split(separator: UInt8(ascii: "\n")).map { Array($0).string }
    var writer = BinaryWriter()
    writer.put(files.sorted())
    return writer.fingerprint
  }

  /// Tells the picture of a drawing from that of another version of the program, and where letters are set in the fonts of
  /// the machine, from that of one with others.
  func identity(settingText: Bool) -> Fingerprint {
    settingText ? Fingerprint(of: version.bytes + fonts.bytes) : version
  }

  /// Whether a drawing, or one in it, has letters that are set in the fonts of the machine.
  static func setsText(_ drawing: Bytes) -> Bool {
    marksOfText.contains { drawing.firstOffset(of: $0) != nil }
  }

  /// What stands inside of another drawing can't be seen.
  private static let marksOfText = ["<text", ":text", "image/svg+xml"].map { Bytes($0.utf8) }

  /// Makes a PNG of a drawing; what it shows is all in it.
  ///
  /// - Parameter subject: What the drawing stands for.
  func picture(
    of drawing: Bytes, _ subject: String, in folder: WorkFolder
  ) throws(EnvironmentError) -> PictureProgram.Outcome {
    try CardPainter.program.picture(of: drawing, ending: (".svg", ".png"), subject, in: folder) {
      ["--output", $1, $0]
    }
  }

  private static let program = PictureProgram(name: "rsvg-convert", failure: "the card can't be drawn")
}
