import Diagnostics
import Text

extension SourceFile {
  /// Where a name stands in a part of the text: as its own words and not as a part of another name, if it does so
  /// anywhere; `nil` where it is written in another way.
  func range(ofName name: String, in part: Range<Int>) -> Range<Int>? {
    let wanted = Bytes(name.utf8)
    guard !wanted.isEmpty, part.upperBound <= bytes.count else { return nil }
    var first: Range<Int>?
    var at = part.lowerBound
    while let found = bytes.firstOffset(of: wanted, from: at), found + wanted.count <= part.upperBound {
      let range = found..<found + wanted.count
      at = range.lowerBound + 1
      if isLetter(before: range.lowerBound) || isLetter(at: range.upperBound) { continue }
      if standsAlone(range, in: part) { return range }
      first = first ?? range
    }
    return first
  }

  /// Whether no word stands before or behind a text with only spaces between.
  private func standsAlone(_ range: Range<Int>, in part: Range<Int>) -> Bool {
    let before = bytes[part.lowerBound..<range.lowerBound].lastIndex { $0 != 0x20 }.map { $0 + 1 } ?? part.lowerBound
    let after = bytes[range.upperBound..<part.upperBound].firstIndex { $0 != 0x20 } ?? part.upperBound
    return !(before > part.lowerBound && isLetter(before: before)) && !(after < part.upperBound && isLetter(at: after))
  }

  private func isLetter(before offset: Int) -> Bool {
    var start = offset - 1
    while start > 0, bytes[start].isUTF8Continuation { start -= 1 }
    return start >= 0 && isLetter(at: start)
  }

  private func isLetter(at offset: Int) -> Bool {
    guard offset < bytes.count else { return false }
    let scalar = Array(bytes[offset..<min(offset + 4, bytes.count)]).string.unicodeScalars.first
    return scalar.map { $0.properties.isAlphabetic || $0.properties.numericType != nil } ?? false
  }
}
