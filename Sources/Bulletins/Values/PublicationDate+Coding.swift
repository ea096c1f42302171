import Coding

extension PublicationDate {
  func write(to writer: inout BinaryWriter) { writer.put(daysSince1970) }

  /// `nil` for a number that is no day.
  init?(from reader: inout BinaryReader) { self.init(daysSince1970: reader.int()) }
}
