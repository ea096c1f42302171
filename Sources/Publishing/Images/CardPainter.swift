import Coding
import System
import Text

/// librsvg, as the program that makes pictures of points of drawings.
struct CardPainter: Sendable {
  /// Tells this version's pictures from those of another one.
  let identity: Fingerprint

  /// The version that is installed.
  static func installed() throws(EnvironmentError) -> CardPainter {
    guard let version = ExternalProgram.version(of: program) else {
      throw EnvironmentError(
        "cards can't be drawn", program,
        because: "it is not installed; `apt install librsvg2-bin` does that, and without `cards:` it is not needed")
    }
    return CardPainter(identity: Fingerprint(of: version))
  }

  /// Makes a PNG of a drawing; what it shows is all in it.
  func paint(_ drawing: String, to picture: String) throws(EnvironmentError) {
    let status = try ExternalProgram.result(of: CardPainter.program, ["--output", picture, drawing]).status
    guard status == 0, FileAccess.kind(picture) == .file else {
      throw EnvironmentError("the card can't be drawn", CardPainter.program, because: "it ended with status \(status)")
    }
  }

  private static let program = "rsvg-convert"
}
