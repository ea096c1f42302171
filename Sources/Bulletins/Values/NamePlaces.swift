import Coding

/// Where the names of an issue stand in its file, for messages about them: ranges of bytes, as places are made with
/// messages.
struct NamePlaces: Sendable, Equatable {
  var authors = 0..<0
  var editors = 0..<0
  /// The topics that metadata names.
  var topics = 0..<0
  /// The line of the heading of each section of the lead.
  var sections: [Int] = []
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
