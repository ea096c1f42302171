import Coding
import Site
import System
import Text

/// Puts files aside that no template makes, where they would differ from what is published.
struct FileStaging: Sendable {
  let sources: SiteSources
  let folder: PublishedFolder
  /// What the store knows of the published files.
  let known: [String: Store.Output]

  /// A file that is made of settings, or of what else is said.
  ///
  /// - Parameters:
  ///   - dependencies: The digest of what it was made of.
  ///   - text: The source whose text it has, and its name among the pages that show texts.
  ///   - reason: Why it is another one.
  func stage(
    _ file: OutputFile, _ rank: PublishedFolder.Rank = .machine, dependencies: Bytes = [],
    text: (source: String, name: TextPage)? = nil, reason: String = "the settings"
  ) throws(EnvironmentError) -> MadeFile {
    let digest = Fingerprint(of: file.bytes)
    let (texts, subject) = (text.map { [$0.source] } ?? [], text?.name.name ?? "")
    if let output = known[file.path], output.digest == digest, output.dependencies == dependencies,
      output.texts == texts, output.subject == subject, let kept = kept(file.path)
    {
      return kept
    }
    let staged = try folder.stage(file.bytes, at: file.path, rank: rank)
    return MadeFile(
      file: staged,
      output: Store.Output(
        dependencies: dependencies, digest: digest, stamp: staged.stamp, texts: texts, subject: subject,
        reason: known[file.path] == nil ? "new" : reason),
      isMade: true)
  }

  /// A published file that is the one that was written, left as it is; `nil` for any other.
  func kept(_ path: String) -> MadeFile? {
    guard let output = known[path], folder.has(path, output) else { return nil }
    return MadeFile(
      file: PublishedFolder.Staged(path: path, rank: .machine, isWaiting: false), output: output, isMade: false)
  }

  /// A file of Content or Templates.
  func copy(_ copy: CopiedFile) throws(EnvironmentError) -> MadeFile {
    let path = copy.path.file
    let stamp = FileStamp("\(sources.site)/\(copy.wholeSource)")?.kept(at: FileStamp.now) ?? []
    if let output = known[path], output.isCertain, !stamp.isEmpty, output.dependencies == stamp,
      folder.has(path, output)
    {
      let staged = PublishedFolder.Staged(path: path, rank: .copy, isWaiting: false)
      return MadeFile(file: staged, output: output, isMade: false)
    }
    let bytes = try sources.read(copy.wholeSource)
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
