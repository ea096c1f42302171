import Text

extension TagMark {
  /// Puts a mark in the place of a tag, with as many bytes and lines.
  ///
  /// - Parameter isPrinted: Whether the tag prints something: only then a line break in an address has to go before it.
  /// - Returns: Whether there was room for it.
  static func put(_ number: Int, over range: Range<Int>, in text: inout Bytes, isPrinted: Bool) -> Bool {
    if isPrinted, text[range].contains(0x0A), putIntoAddress(number, over: range, in: &text) { return true }
    let lines = sourceLines(of: text, in: range)
    guard let first = lines.first, let mark = bytes(of: number, length: first.count) else { return false }
    text.replaceSubrange(first, with: mark)
    // Further lines of it print nothing.
    for line in lines.dropFirst() { text.replaceSubrange(line, with: filler(line.count)) }
    return true
  }

  /// The same for a tag with a line break in it that stands in an address, where no line ends: the break goes before the
  /// address, so that all lines below keep their numbers.
  private static func putIntoAddress(_ number: Int, over range: Range<Int>, in text: inout Bytes) -> Bool {
    guard text[range].count(where: { $0 == 0x0A }) == 1, let address = TaggedAddress(around: range, in: text),
      let mark = bytes(of: number, length: range.count - 1)
    else { return false }
    text.replaceSubrange(address.start..<range.upperBound, with: [0x0A] + text[address.start..<range.lowerBound] + mark)
    return true
  }
}
