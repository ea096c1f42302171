/// Breaking text into lines as Python's `textwrap` does.
enum WordWrap {
  static func lines(_ text: String, width: Int, breaksWords: Bool, breaksAtHyphens: Bool) -> [String] {
    var lines: [String] = []
    var line: [Unicode.Scalar] = []
    var pieces = pieces(of: text, atHyphens: breaksAtHyphens)[...]
    while var piece = pieces.popFirst() {
      if line.isEmpty, !lines.isEmpty, piece.allSatisfy({ $0.properties.isWhitespace }) { continue }
      if line.count + piece.count <= width {
        line += piece
        continue
      }
      if piece.count > width, breaksWords {
        let room = max(1, width - line.count)
        line += piece.prefix(room)
        piece = Array(piece.dropFirst(room))
      } else if line.isEmpty {
        line = piece
        piece = []
      }
      while let last = line.last, last.properties.isWhitespace { line.removeLast() }
      if !line.isEmpty { lines.append(String(String.UnicodeScalarView(line))) }
      line = []
      if !piece.isEmpty { pieces = [piece] + pieces }
    }
    while let last = line.last, last.properties.isWhitespace { line.removeLast() }
    if !line.isEmpty || lines.isEmpty { lines.append(String(String.UnicodeScalarView(line))) }
    return lines
  }

  /// Words and the white space between them; words are cut behind hyphens between letters.
  private static func pieces(of text: String, atHyphens: Bool) -> [[Unicode.Scalar]] {
    var pieces: [[Unicode.Scalar]] = []
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let isSpace = scalar.properties.isWhitespace
      let afterHyphen =
        atHyphens && index > 1 && scalars[index - 1] == "-" && scalars[index - 2].properties.isAlphabetic
        && scalar.properties.isAlphabetic
      if let last = pieces.last?.last, last.properties.isWhitespace == isSpace, !afterHyphen {
        pieces[pieces.count - 1].append(scalar)
      } else {
        pieces.append([scalar])
      }
    }
    return pieces
  }
}
