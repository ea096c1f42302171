import Text

/// What a program can do about a finding: bytes of the finding's file, and what to put in their place.
public struct Mend: Sendable, Equatable {
  /// What is done, in a few words that finish the sentence “it would …”.
  public let summary: String
  /// Where bytes are replaced, in the order of the file and apart from each other; never empty.
  public let edits: [TextEdit]
  /// Whether it is right wherever the finding is, so that it can be done without looking: a blank that is one too many.
  /// Else it is a likely guess, for somebody to agree to: a name that may have been misspelt.
  public let isSafe: Bool

  /// Edits that mend a finding; `nil` where there are none, or some of them meet.
  public init?(_ summary: String, _ edits: [TextEdit], isSafe: Bool) {
    let edits = edits.sorted { $0.range.lowerBound < $1.range.lowerBound }
    guard !edits.isEmpty, zip(edits, edits.dropFirst()).allSatisfy({ $0.range.upperBound <= $1.range.lowerBound })
    else { return nil }
    self.summary = summary
    self.edits = edits
    self.isSafe = isSafe
  }

  /// Whether it would change bytes that another one changes, or put something at the same place.
  func meets(_ other: Mend) -> Bool { edits.contains { edit in other.edits.contains { edit.meets($0) } } }
}

/// Bytes of a file to be replaced, which knows what they were: in a file that changed meanwhile it does nothing.
public struct TextEdit: Sendable, Equatable {
  /// The bytes that are replaced; empty where something is put between others.
  public let range: Range<Int>
  /// What stands there now.
  public let original: Bytes
  /// What is to stand there.
  public let replacement: Bytes

  init(_ range: Range<Int>, _ original: Bytes, _ replacement: Bytes) {
    self.range = range
    self.original = original
    self.replacement = replacement
  }

  func meets(_ other: TextEdit) -> Bool {
    // What is put at the end of what another one replaces has no place of its own, either.
    range.lowerBound < other.range.upperBound && other.range.lowerBound < range.upperBound
      || range.lowerBound == other.range.lowerBound || range.upperBound == other.range.upperBound
  }
}

extension SourceFile {
  /// A replacement of bytes of this file.
  public func edit(_ range: Range<Int>, _ replacement: some Sequence<UInt8>) -> TextEdit {
    let range = range.clamped(to: 0..<bytes.count)
    return TextEdit(range, Array(bytes[range]), Array(replacement))
  }

  /// A mend of one place, without looking.
  public func mend(_ summary: String, _ range: Range<Int>, _ replacement: String) -> Mend? {
    Mend(summary, [edit(range, replacement.utf8)], isSafe: true)
  }

  /// A mend that is likely right where a text stands as it was read; `nil` where it is written in another way.
  public func guess(_ summary: String, _ range: Range<Int>, of text: String, _ replacement: String) -> Mend? {
    guard bytes.has(Array(text.utf8), at: range.lowerBound), text != replacement, !text.isEmpty else { return nil }
    let place = range.lowerBound..<range.lowerBound + text.utf8.count
    return Mend(summary, [edit(place, replacement.utf8)], isSafe: false)
  }

  /// The line ending of this file.
  public var lineEnd: Bytes {
    guard let feed = bytes.firstOffset(of: 0x0A), feed > 0, bytes[feed - 1] == 0x0D else { return [0x0A] }
    return [0x0D, 0x0A]
  }
}
