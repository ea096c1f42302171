extension Array where Element: FixedWidthInteger {
  /// The numbers in the order of some of their bits, as many times the width as is said; those that are equal there stay in
  /// order.
  consuming func sortedByBits(from lowest: Element, width: Element, times: Element) -> [Element] {
    var from = self
    var to = [Element](repeating: 0, count: from.count)
    for pass in 0..<times {
      from.span.distribute(by: lowest &+ pass &* width, width: width, into: &to)
      swap(&from, &to)
    }
    return from
  }
}

extension Span where Element: FixedWidthInteger {
  /// Writes the numbers in the order of some bits: first counted, then each put behind those that are less.
  fileprivate func distribute(by shift: Element, width: Element, into sorted: inout [Element]) {
    let mask = (1 << width) - 1 as Element
    var ends = [Int](repeating: 0, count: Int(truncatingIfNeeded: mask) + 2)
    var places = ends.mutableSpan
    for index in indices { places[Int(truncatingIfNeeded: self[index] &>> shift & mask) &+ 1] &+= 1 }
    for bits in 1..<places.count { places[bits] &+= places[bits &- 1] }
    var out = sorted.mutableSpan
    for index in indices {
      let number = self[index]
      let bits = Int(truncatingIfNeeded: number &>> shift & mask)
      let place = places[bits]
      out[place] = number
      places[bits] = place &+ 1
    }
  }
}
