import Site
import System
import Text

extension FileStaging {
  /// The file of an issue in an index.
  ///
  /// - Parameter digest: That of what the index has of it.
  func stage(_ file: OutputFile, of issue: SearchedIssue, _ digest: Bytes) throws(EnvironmentError) -> MadeFile {
    try stage(file, .copy, dependencies: digest, text: (issue.source, issue.name), reason: issue.source)
  }

  /// Another file of an index.
  func stage(part: OutputFile) throws(EnvironmentError) -> MadeFile { try stage(part, .copy, reason: "texts") }
}
