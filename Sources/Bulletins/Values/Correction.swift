import Coding

/// What was changed in an issue after it came out.
public struct Correction: Hashable, Sendable {
  /// The day of the change.
  public let date: PublicationDate
  /// What was changed, as plain text.
  public let note: String

  /// A change on a day.
  public init(date: PublicationDate, note: String) {
    self.date = date
    self.note = note
  }
}

extension Correction {
  func write(to writer: inout BinaryWriter) {
    date.write(to: &writer)
    writer.put(note)
  }

  /// `nil` for a number that is no day.
  init?(from reader: inout BinaryReader) {
    let (date, note) = (PublicationDate(from: &reader), reader.text())
    guard let date else { return nil }
    self.init(date: date, note: note)
  }
}
