import Coding
import Site
import System
import Text

/// libvips, as the program that makes smaller copies of pictures: the quickest there is, and it never holds a whole picture
/// in memory.
struct ImageScaler: Sendable {
  /// Tells this version's copies from those of another one.
  let identity: Fingerprint

  /// The version that is installed.
  static func installed() throws(EnvironmentError) -> ImageScaler {
    guard let version = ExternalProgram.version(of: program.name) else {
      throw EnvironmentError(
        "smaller copies of pictures can't be made", program.name,
        because:
          "it is not installed; `apt install libvips-tools` does that, and without `image_widths:` it is not needed"
      )
    }
    var writer = BinaryWriter()
    writer.put(version)
    for format in ImageFormat.all { writer.put(format.saved(to: "")) }
    writer.put(options)
    return ImageScaler(identity: writer.fingerprint)
  }

  /// A copy of a picture; `nil` where that can't be read.
  ///
  /// - Parameter bytes: What is in the picture's file.
  func copy(of image: ResizedImage, _ bytes: Bytes, in folder: WorkFolder) throws(EnvironmentError) -> Bytes? {
    let ending = image.format.ending
    let outcome = try ImageScaler.program.picture(of: bytes, ending: (ending, ending), image.source, in: folder) {
      ["thumbnail", $0, image.format.saved(to: $1), String(image.width)] + ImageScaler.options
    }
    if case .made(let copy) = outcome { return copy }
    return nil
  }

  private static let program = PictureProgram(name: "vips", failure: "the picture can't be scaled")

  private static let options = [
    // The width alone counts.
    "--height", "10000000", "--size", "down",
    // Of a picture that is cut off, the rest would be grey.
    "--fail-on", "truncated",
    // What is told of the camera goes, so that the colours must be those which all browsers take for granted.
    "--export-profile", "srgb",
    // Pictures are scaled side by side; and what a processor has for many numbers at once rounds in its own way.
    "--vips-concurrency=1", "--vips-novector",
  ]
}

extension ImageFormat {
  fileprivate static let all: [ImageFormat] = [.jpeg, .png, .webP]

  /// What the names of its files end in.
  var ending: String {
    switch self {
    case .jpeg: ".jpg"
    case .png: ".png"
    case .webP: ".webp"
    }
  }

  /// A file with the way in which it is written: nothing of the machine, of the time or of the camera is in it.
  fileprivate func saved(to file: String) -> String {
    switch self {
    case .jpeg: file + "[Q=80,optimize_coding,interlace,strip,background=255]"
    case .png: file + "[compression=9,strip]"
    case .webP: file + "[Q=80,strip]"
    }
  }
}
