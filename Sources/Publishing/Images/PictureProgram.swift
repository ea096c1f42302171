import System
import Text

/// Another program that makes a picture of a file.
struct PictureProgram: Sendable {
  /// Looked for where the shell looks.
  let name: String
  /// What it does, in the form “the picture can't be scaled”, for whoever hears that it can't.
  let failure: String

  /// What came of asking it.
  enum Outcome: Sendable {
    case made(Bytes)
    /// It can't read the file; in its words.
    case refused(String)
  }

  /// Makes a picture.
  ///
  /// - Parameters:
  ///   - bytes: What is in the file, which has no name that means anything to the program.
  ///   - ending: What the names of both files end in.
  ///   - subject: What the file was made of, for whoever hears that something is wrong with the machine.
  ///   - arguments: What the program is told, by the paths of the file and of the picture.
  func picture(
    of bytes: Bytes, ending: (file: String, picture: String), _ subject: String, in folder: WorkFolder,
    _ arguments: (_ file: String, _ picture: String) -> [String]
  ) throws(EnvironmentError) -> Outcome {
    let file = folder.newPath(ending: ending.file)
    let picture = file + ending.picture
    defer {
      try? FileAccess.removeIfThere(file)
      try? FileAccess.removeIfThere(picture)
    }
    try FileAccess.write(bytes, to: file)
    let (words, status) = try ExternalProgram.result(
      of: name, arguments(file, picture), on: subject, messages: .printed)
    if status == 0 { return .made(try FileAccess.read(picture)) }
    guard status < PictureProgram.firstStatusOfSystem else {
      throw EnvironmentError(failure, subject, because: "\(name) ended with status \(status)")
    }
    // Where there is neither room nor leave for a picture, the file is not to blame.
    try FileAccess.write(bytes, to: picture)
    return .refused(PictureProgram.plain(words, of: file))
  }

  /// From this status on, the system ended the program, or could not run it.
  private static let firstStatusOfSystem = 126

  /// The first line of what a program says, without the path of the file, which nobody else knows.
  private static func plain(_ words: Bytes, of file: String) -> String {
    let path = Bytes(file.utf8)
    let start = words.firstOffset(of: path).map { $0 + path.count } ?? 0
    let line = words[start...].drop { ": ".utf8.contains($0) }.prefix { $0 != UInt8(ascii: "\n") }
    return Array(line).string.printable
  }
}
