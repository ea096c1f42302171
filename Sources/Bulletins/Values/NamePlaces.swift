import Coding

/// Where the names of an issue stand in its file, for messages about them: ranges of bytes, as places are made with
/// messages.
struct NamePlaces: Sendable, Equatable {
  // Narrow, since each issue of a large archive has them; no source is as long.
  private let storedAuthors, storedEditors, storedTopics: Range<UInt32>
  private let storedSections: [UInt32]

  init(authors: Range<Int> = 0..<0, editors: Range<Int> = 0..<0, topics: Range<Int> = 0..<0, sections: [Int] = []) {
    func narrow(_ range: Range<Int>) -> Range<UInt32> {
      UInt32(clamping: range.lowerBound)..<UInt32(clamping: range.upperBound)
    }
    storedAuthors = narrow(authors)
    storedEditors = narrow(editors)
    storedTopics = narrow(topics)
    storedSections = sections.map { UInt32(clamping: $0) }
  }

  var authors: Range<Int> { NamePlaces.wide(storedAuthors) }
  var editors: Range<Int> { NamePlaces.wide(storedEditors) }
  /// The topics that metadata names.
  var topics: Range<Int> { NamePlaces.wide(storedTopics) }
  /// The line of the heading of each section of the lead.
  var sections: [Int] { storedSections.map { Int($0) } }

  private static func wide(_ range: Range<UInt32>) -> Range<Int> { Int(range.lowerBound)..<Int(range.upperBound) }
}

extension NamePlaces {
  func write(to writer: inout BinaryWriter) {
    for range in [authors, editors, topics] {
      writer.put(range.lowerBound)
      writer.put(range.count)
    }
    writer.put(sections) { $1.put($0) }
  }

  init(from reader: inout BinaryReader) {
    func range() -> Range<Int> {
      let (start, length) = (reader.int(in: 0...Int(UInt32.max)), reader.int(in: 0...Int(UInt32.max)))
      return start..<start + length
    }
    self.init(authors: range(), editors: range(), topics: range(), sections: reader.list { $0.int() })
  }
}
