import Text

/// The first bytes of a picture's file, in which nothing is read beyond their end.
struct ImageHead {
  private let bytes: Bytes

  init(_ bytes: Bytes) { self.bytes = bytes }

  /// Whether other bytes stand at a place.
  func has(_ other: some Collection<UInt8>, at place: Int) -> Bool {
    place >= 0 && bytes.count - place >= other.count && bytes[place...].starts(with: other)
  }

  /// A number whose first byte weighs most; `nil` behind the end.
  func big(_ count: Int, at place: Int) -> Int? {
    slice(count, at: place)?.reduce(0) { $0 << 8 | Int($1) }
  }

  /// A number whose last byte weighs most; `nil` behind the end.
  func little(_ count: Int, at place: Int) -> Int? {
    slice(count, at: place)?.reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  private func slice(_ count: Int, at place: Int) -> ArraySlice<UInt8>? {
    place >= 0 && bytes.count - place >= count ? bytes[place..<(place + count)] : nil
  }
}
