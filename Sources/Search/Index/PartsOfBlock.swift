import Text

/// The parts of a block while they are written: those of a group one after another.
struct PartsOfBlock {
  private(set) var bytes: Bytes
  private var places: [(group: KeyGroup, range: Range<Int>)] = []

  /// - Parameter size: How many bytes there will be, about: hundreds of blocks wait at once.
  init(size: Int) {
    bytes = []
    bytes.reserveCapacity(size)
  }

  /// Adds what the closure writes to the part of a group.
  @inline(__always)
  mutating func add(to group: KeyGroup, _ write: (inout Bytes) -> Void) {
    let start = bytes.count
    write(&bytes)
    if let last = places.last, last.group == group {
      places[places.count - 1].range = last.range.lowerBound..<bytes.count
    } else {
      places.append((group, start..<bytes.count))
    }
  }

  /// Where they lie, in the order of the groups.
  var inOrder: [(group: KeyGroup, range: Range<Int>)] { places.sorted { $0.group < $1.group } }
}
