import Text

/// The text of Franklin as Markdown: what stands between lines of `~~~` is HTML there, and `\toc` asks for the contents.
/// Every byte keeps its place.
enum FranklinText {
  /// A text without such marks.
  static func markdown(_ text: Bytes) -> Bytes {
    var result = text
    var isCode = false
    for line in sourceLines(of: text, in: 0..<text.count) {
      let words = Array(text[line]).string.trimmed
      if words.hasPrefix("```") {
        // A fence with its end on one line is none.
        if !words.dropFirst(3).contains("```") { isCode.toggle() }
        continue
      }
      if isCode { continue }
      if words == "~~~" || words == "\\toc" || words == "\\tableofcontents" {
        for at in line { result[at] = 0x20 }
        continue
      }
      var at = line.lowerBound
      while let open = text.firstOffset(of: mark, from: at), open + mark.count <= line.upperBound {
        for byte in open..<open + mark.count { result[byte] = 0x20 }
        at = open + mark.count
      }
    }
    return result
  }

  private static let mark = Bytes("~~~".utf8)
}
