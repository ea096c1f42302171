import Coding
import Site

extension AttachedFiles {
  /// Writes what is known, in a fixed order.
  func write(to writer: inout BinaryWriter) {
    writer.put(missing.sorted())
    for paths in [spellings, addressed] {
      let sorted = paths.sorted { $0.key < $1.key }
      writer.put(sorted.map(\.key))
      writer.put(sorted.map(\.value))
    }
  }

  /// What was written.
  init(from reader: inout BinaryReader) {
    self.init()
    missing = Set(reader.texts())
    spellings = AttachedFiles.paths(&reader)
    addressed = AttachedFiles.paths(&reader)
  }

  private static func paths(_ reader: inout BinaryReader) -> [String: String] {
    let written = reader.texts()
    return Dictionary(zip(written, reader.texts())) { first, _ in first }
  }
}
