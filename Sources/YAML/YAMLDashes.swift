import Text

/// Dashes that stand alone on their line, as elements without a value: where a list is not indented below its key,
/// libfyaml takes the next one for a mistake.
enum YAMLDashes {
  /// The text with blanks in the place of such dashes, so that all else keeps its place; `nil` where it has none.
  static func withoutEmpty(_ bytes: ArraySlice<UInt8>) -> Bytes? {
    var text = Array(bytes)
    let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false).map { $0.startIndex..<$0.endIndex }
    var isChanged = false
    // How far in the key stands whose text goes on below it, line by line.
    var block: Int?
    for (index, line) in lines.enumerated() {
      guard let first = text[line].firstIndex(where: { $0 != 0x20 }) else { continue }
      if let outer = block, first - line.lowerBound > outer { continue }
      block = opensBlock(text[line]) ? first - line.lowerBound : nil
      guard let dash = text[line].firstIndex(where: { $0 != 0x20 }), text[dash] == UInt8(ascii: "-") else { continue }
      let behind = text[dash + 1..<line.upperBound].drop { $0.isASCIISpace }
      let isComment = behind.first == UInt8(ascii: "#") && behind.startIndex > dash + 1
      guard behind.isEmpty || isComment else { continue }
      // A dash alone may also open what stands below it, further in.
      let next = lines[(index + 1)...].first { text[$0].contains { !$0.isASCIISpace } }
      let indentation = next.flatMap { line in text[line].firstIndex { $0 != 0x20 }.map { $0 - line.lowerBound } }
      guard indentation ?? 0 <= dash - line.lowerBound else { continue }
      text[dash] = 0x20
      isChanged = true
    }
    return isChanged ? text : nil
  }

  /// Whether the lines below are text as it stands: `abstract: |`.
  private static func opensBlock(_ line: ArraySlice<UInt8>) -> Bool {
    guard let last = line.split(whereSeparator: \.isASCIISpace).last(where: { $0.first != UInt8(ascii: "#") }),
      let sign = last.first
    else { return false }
    return (sign == UInt8(ascii: "|") || sign == UInt8(ascii: ">")) && last.count <= 3
  }
}
