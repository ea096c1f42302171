import Text

/// The name of an issue's file, which may begin with its date.
enum FileName {
  /// What a file's name says; `nil` where it begins with no date.
  static func metadata(of path: String) -> Metadata? {
    let start = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.utf8.index(after: $0) }
    let name = path[(start ?? path.startIndex)...]
    return ISODate.inFileName(String(name)).map { date in
      var metadata = Metadata(from: .fileName)
      metadata.date = Located(date, at: 0..<0)
      return metadata
    }
  }
}
