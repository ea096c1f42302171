import Text

/// The name of an issue's file, which may begin with its date.
enum FileName {
  /// What a file's name says.
  static func metadata(of path: String) -> Metadata {
    var metadata = Metadata(from: .fileName)
    let start = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.utf8.index(after: $0) }
    let name = path[(start ?? path.startIndex)...]
    metadata.date = PublicationDate.inFileName(String(name)).map { Located($0, at: 0..<0) }
    return metadata
  }
}
