import Coding
import Site
import System
import Text

/// Puts files aside that no template makes, where they would differ from what is published.
struct FileStaging: Sendable {
  let site: String
  let folder: PublishedFolder
  /// What the store knows of the published files.
  let known: [String: Store.Output]

  /// A file that is made of settings.
  func stage(_ file: OutputFile) throws(EnvironmentError) -> MadeFile {
    let digest = Fingerprint(of: file.bytes)
    if let output = known[file.path], output.digest == digest, folder.has(file.path, output) {
      let staged = PublishedFolder.Staged(path: file.path, rank: .machine, isWaiting: false)
      return MadeFile(file: staged, output: output, isMade: false)
    }
    let staged = try folder.stage(file.bytes, at: file.path, rank: .machine)
    let reason = known[file.path] == nil ? "new" : "the settings"
    return MadeFile(
      file: staged,
      output: Store.Output(dependencies: [], digest: digest, stamp: staged.stamp, texts: [], reason: reason),
      isMade: true)
  }

  /// A file of Content or Templates.
  func copy(_ copy: CopiedFile) throws(EnvironmentError) -> MadeFile {
    let source = site + "/" + copy.wholeSource
    let path = copy.path.file
    let stamp = FileStamp(source)?.kept(at: FileStamp.now) ?? []
    if let output = known[path], !stamp.isEmpty, output.dependencies == stamp, folder.has(path, output) {
      let staged = PublishedFolder.Staged(path: path, rank: .copy, isWaiting: false)
      return MadeFile(file: staged, output: output, isMade: false)
    }
    let bytes = try FileAccess.read(source)
    let staged = try folder.stage(bytes, at: path, rank: .copy)
    let output = Store.Output(
      dependencies: stamp, digest: Fingerprint(of: bytes), stamp: staged.stamp, texts: [],
      reason: known[path] == nil ? "new" : copy.wholeSource)
    return MadeFile(file: staged, output: output, isMade: true)
  }
}

extension CopiedFile {
  /// The path of the source in the site's folder.
  var wholeSource: String { folder == .content ? "\(source)" : "Templates/" + source }
}
