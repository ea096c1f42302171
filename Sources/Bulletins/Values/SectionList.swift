import Coding
import Text

/// The sections of a text in order, as one run of bytes: a large archive has a million of them, and as values of their
/// own they would take as much memory as its abstracts.
public struct SectionList: Sendable, Equatable, Sequence {
  /// How many there are.
  public private(set) var count = 0
  /// The sections as a `BinaryWriter` writes them, one behind the other.
  private var bytes: Bytes = []

  /// A list of sections.
  public init(_ sections: [TextOutline.Section] = []) {
    var writer = BinaryWriter()
    for section in sections { section.write(to: &writer) }
    bytes = writer.bytes
    count = sections.count
  }

  /// Whether there is none.
  public var isEmpty: Bool { count == 0 }
  /// No more than there can be.
  public var underestimatedCount: Int { count }

  /// One list behind the other.
  static func += (list: inout SectionList, more: SectionList) {
    list.bytes += more.bytes
    list.count += more.count
  }

  /// Reads one section after the other.
  public struct Iterator: IteratorProtocol {
    fileprivate var reader: BinaryReader
    fileprivate var rest: Int

    /// The next section; `nil` behind the last.
    public mutating func next() -> TextOutline.Section? {
      if rest == 0 { return nil }
      rest -= 1
      return TextOutline.Section(from: &reader)
    }
  }

  /// Reads from the first.
  public func makeIterator() -> Iterator { Iterator(reader: BinaryReader(bytes), rest: count) }
}

extension SectionList {
  func write(to writer: inout BinaryWriter) {
    writer.put(count)
    writer.put(bytes)
  }

  /// Reads what was written; where that is no list, the reader is marked as damaged and the list is empty.
  init(from reader: inout BinaryReader) {
    let (count, bytes) = (reader.int(), reader.data())
    var sections = BinaryReader(bytes)
    // Read once, so that what is read later is what was written. Each section has at least one byte.
    var read = 0
    while read < count, !sections.isDamaged {
      _ = TextOutline.Section(from: &sections)
      read += 1
    }
    if read == count, sections.isComplete {
      (self.count, self.bytes) = (count, bytes)
    } else {
      reader.markDamaged()
    }
  }
}

extension TextOutline.Section {
  fileprivate func write(to writer: inout BinaryWriter) {
    writer.put(id)
    writer.put(text)
    writer.put(level)
    writer.put(isRunIn)
  }

  fileprivate init(from reader: inout BinaryReader) {
    self.init(id: reader.text(), text: reader.text(), level: reader.int(), isRunIn: reader.bool())
  }
}
