import Coding

/// A file that a text took in, or looked for in vain, as it was then.
public struct UsedFile: Sendable, Hashable {
  /// Its path, relative to the site.
  public let path: String
  /// The digest of its bytes; `nil` where there was none.
  public let digest: Fingerprint?

  /// Whether the file is as it was.
  func isCurrent(in partials: Partials) -> Bool { partials.digest(of: path) == digest }
}

extension [UsedFile] {
  /// Whether all of the files are as they were.
  public func areCurrent(in partials: Partials) -> Bool { allSatisfy { $0.isCurrent(in: partials) } }

  /// Writes them for the store.
  func write(to writer: inout BinaryWriter) {
    writer.put(self) { file, writer in
      writer.put(file.path)
      writer.put(file.digest?.bytes ?? [])
    }
  }

  /// Reads what was written.
  init(from reader: inout BinaryReader) {
    self = reader.list { UsedFile(path: $0.text(), digest: Fingerprint(bytes: $0.data())) }
  }
}
