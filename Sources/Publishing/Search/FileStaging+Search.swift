import Site
import System
import Text

extension FileStaging {
  /// The file of an issue or a standing page in an index.
  ///
  /// - Parameter digest: That of what the index has of it.
  func stage(_ file: OutputFile, of issue: SearchedText, _ digest: Bytes) throws(EnvironmentError) -> MadeFile {
    try stage(file, .copy, dependencies: digest, text: issue.name.map { (issue.source, $0) }, reason: issue.source)
  }

  /// Another file of an index.
  func stage(part: OutputFile) throws(EnvironmentError) -> MadeFile { try stage(part, .copy, reason: "texts") }

  /// The version of an index, which gets its name when all other files have theirs.
  func stage(version: OutputFile) throws(EnvironmentError) -> MadeFile { try stage(version, reason: "texts") }

  /// The version of an index that has these files.
  func stage(versionOf files: some Sequence<MadeFile>, of series: SearchedSeries) throws(EnvironmentError) -> MadeFile {
    var version = IndexVersion()
    for file in files { version.toggle(file.file.path, file.digest) }
    return try stage(version: series.file(IndexVersion.part, version.payload))
  }
}
