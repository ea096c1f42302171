import Text

/// The table of an index: with which key each shard begins. Readers fetch it once.
public struct IndexTable: Sendable, Equatable {
  /// The first keys of the shards in order.
  var firsts: [Bytes]

  /// The table of shards in order, by the line of each.
  public init(_ lines: [Line]) { firsts = lines.map(\.first) }

  /// What the table has of a shard.
  public struct Line: Sendable {
    let first: Bytes
  }

  /// The name of its part of the index.
  public static let part = "words"

  init(firsts: [Bytes]) { self.firsts = firsts }

  /// A table that a file holds; `nil` for other bytes.
  public init?(payload: Bytes) {
    let parts = payload.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
    guard parts.count > 0 else { return nil }
    firsts = parts.dropFirst().map { Bytes($0) }
    guard firsts.allSatisfy({ !$0.isEmpty }),
      zip(firsts, firsts.dropFirst()).allSatisfy({ $0.lexicographicallyPrecedes($1) })
    else { return nil }
  }

  /// What the file holds: the letters that Unicode does not fold, and the keys.
  public var payload: Bytes {
    let letters = FoldedLetters.exceptions.map { "\($0.letter)\($0.folded)" }.joined(separator: " ")
    return Bytes(([Bytes(letters.utf8)] + firsts).joined(separator: [UInt8(ascii: ";")]))
  }

  /// The name of the part of the index that the shard at a place is.
  public func part(at place: Int) -> String { IndexTable.part(of: firsts[place]) }

  /// The names of the shards' parts in order.
  public var parts: [String] { firsts.map { IndexTable.part(of: $0) } }

  /// The name of a shard's part: its first key, with everything but small letters and digits as hexadecimal numbers.
  static func part(of key: Bytes) -> String {
    var name = Bytes("words/".utf8)
    for byte in key {
      if byte.isASCIIDigit || byte.isASCIILetter && byte & 0x20 != 0 {
        name.append(byte)
      } else {
        name.append(UInt8(ascii: "-"))
        for digit in [byte >> 4, byte & 15] { name.append(digit < 10 ? 0x30 + digit : 0x57 + digit) }
      }
    }
    return name.string
  }

  /// The place of the shard that has a key, or would have it; `nil` where its group has none.
  func place(of key: Bytes) -> Int? {
    let low = firsts.partitioningIndex { key.lexicographicallyPrecedes($0) }
    let group = KeyGroup(of: key)
    if low > 0, KeyGroup(of: firsts[low - 1]) == group { return low - 1 }
    return low < firsts.count && KeyGroup(of: firsts[low]) == group ? low : nil
  }
}

extension Shard {
  /// The name of its part of the index.
  public var part: String { IndexTable.part(of: first) }

  /// What the table has of it.
  public var line: IndexTable.Line { IndexTable.Line(first: first) }
}
