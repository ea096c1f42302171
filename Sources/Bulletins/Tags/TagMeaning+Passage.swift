import Text

extension TagMeaning {
  /// Words of a tag that engines read as Markdown, such as those below a picture.
  ///
  /// - Returns: The words as they are where they hold what no text may have.
  static func pieces(ofPassage words: String) -> [Piece] {
    // Where a caption stands is for the style sheet.
    let words = words.replacing("<center>", with: "").replacing("</center>", with: "").trimmed
    guard words.utf8.contains(where: { "[*_<`&".utf8.contains($0) }),
      let html = IncludedText(Bytes(words.utf8)).html(ReadingOptions()),
      let line = inline(html) ?? (html.firstOffset(of: Bytes("<p>".utf8)) == nil ? html : nil),
      line.firstOffset(of: Bytes("<pre".utf8)) == nil
    else { return [.text(words)] }
    var pieces: [Piece] = []
    var rest = line[...]
    while let last = rest.last, last.isASCIISpace { rest.removeLast() }
    while let open = rest.firstIndex(of: UInt8(ascii: "<")), let close = rest[open...].firstIndex(of: UInt8(ascii: ">"))
    {
      if open > rest.startIndex { pieces.append(.text(HTMLWords.of(rest[..<open]))) }
      pieces.append(.tag(Array(rest[open...close]).string))
      rest = rest[(close + 1)...]
    }
    return rest.isEmpty ? pieces : pieces + [.text(HTMLWords.of(rest))]
  }
}

extension [TagMeaning.Piece] {
  /// The words alone.
  var words: String {
    map { piece in if case .text(let text) = piece { text } else { "" } }.joined()
  }
}
