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
    guard let version = ExternalProgram.version(of: program) else {
      throw EnvironmentError(
        "smaller copies of pictures can't be made", program,
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

  /// Makes a copy of a picture.
  ///
  /// - Parameters:
  ///   - source: The whole path of a file, whose name means nothing to the program but itself.
  ///   - target: The whole path of the copy.
  /// - Returns: Whether the picture could be read.
  func scale(_ source: String, to width: Int, as format: ImageFormat, at target: String) throws(EnvironmentError)
    -> Bool
  {
    let arguments = ["thumbnail", source, format.saved(to: target), String(width)] + ImageScaler.options
    let status = try ExternalProgram.result(of: ImageScaler.program, arguments, isQuiet: true).status
    return status == 0 && FileAccess.kind(target) == .file
  }

  private static let program = "vips"

  private static let options = [
    // The width alone counts.
    "--height", "10000000", "--size", "down",
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
