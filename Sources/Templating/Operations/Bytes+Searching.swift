import Text

extension Array where Element == UInt8 {
  /// The offset of the first occurrence of a part at or after `start`, with each comparison paid: a part can begin
  /// nearly everywhere.
  func firstOffset(of part: Bytes, from start: Int = 0, within allowance: Allowance) throws(Failure) -> Int? {
    guard let first = part.first else { return start <= count ? start : nil }
    try allowance.spend(1)
    var at = start
    while let found = firstOffset(of: first, from: at) {
      guard found + part.count <= count else {
        try allowance.spend((found - at) >> 4)
        return nil
      }
      var length = 1
      while length < part.count, self[found + length] == part[length] { length += 1 }
      try allowance.spend(2 * length + (found - at) >> 4)
      if length == part.count { return found }
      at = found + 1
    }
    try allowance.spend((count - Swift.min(at, count)) >> 4)
    return nil
  }

  /// The pieces between occurrences of a part, at most `limit` of which are looked for.
  func pieces(
    between part: Bytes, limit: Int = .max, within allowance: Allowance
  ) throws(Failure) -> [ArraySlice<UInt8>] {
    var pieces: [ArraySlice<UInt8>] = []
    var at = 0
    while pieces.count < limit, let found = try firstOffset(of: part, from: at, within: allowance) {
      try allowance.take(bytes: 32)
      pieces.append(self[at..<found])
      at = found + part.count
    }
    pieces.append(self[at...])
    return pieces
  }
}
