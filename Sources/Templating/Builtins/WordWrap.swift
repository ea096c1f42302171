/// Breaking text into lines as Python's `textwrap` does, with all its habits: templates that were written for Jinja rely
/// on where lines end.
struct WordWrap {
  let width: Int
  let breaksWords: Bool
  let breaksAtHyphens: Bool

  /// The lines of one paragraph.
  func lines(_ text: String) -> [String] {
    var lines: [String] = []
    var pieces = WordPieces(text, atHyphens: breaksAtHyphens).all.reversed().map { $0[...] }
    while let next = pieces.last {
      if !lines.isEmpty, isBlank(next) { pieces.removeLast() }
      var line: [ArraySlice<Unicode.Scalar>] = []
      var length = 0
      while let piece = pieces.last, length + piece.count <= width {
        line.append(pieces.removeLast())
        length += piece.count
      }
      if let piece = pieces.last, piece.count > width { breakPiece(&pieces, &line, room: width - length) }
      // What is left of a word may be nothing, and counts as blank.
      if let last = line.last, isBlank(last) { line.removeLast() }
      if !line.isEmpty { lines.append(String(String.UnicodeScalarView(line.joined()))) }
    }
    return lines
  }

  /// Puts the beginning of a word that fits on no line behind the others.
  private func breakPiece(
    _ pieces: inout [ArraySlice<Unicode.Scalar>], _ line: inout [ArraySlice<Unicode.Scalar>], room: Int
  ) {
    guard let piece = pieces.popLast() else { return }
    guard breaksWords else {
      if line.isEmpty { line.append(piece) } else { pieces.append(piece) }
      return
    }
    var end = room
    if breaksAtHyphens, let hyphen = piece.prefix(room).lastIndex(of: "-"), hyphen > piece.startIndex,
      piece[..<hyphen].contains(where: { $0 != "-" })
    {
      end = hyphen - piece.startIndex + 1
    }
    line.append(piece.prefix(end))
    pieces.append(piece.dropFirst(end))
  }

  private func isBlank(_ piece: ArraySlice<Unicode.Scalar>) -> Bool { piece.allSatisfy(\.isPythonSpace) }
}

/// Words and the white space between them; words are cut behind hyphens between letters, and at dashes.
private struct WordPieces {
  private let text: [Unicode.Scalar]
  private let atHyphens: Bool
  private(set) var all: [[Unicode.Scalar]] = []

  init(_ text: String, atHyphens: Bool) {
    self.text = Array(text.unicodeScalars)
    self.atHyphens = atHyphens
    var at = 0
    while at < self.text.count {
      let end = end(from: at)
      all.append(Array(self.text[at..<end]))
      at = end
    }
  }

  private func end(from start: Int) -> Int {
    if isSpace(start) { return text[start...].indices.first { !isSpace($0) } ?? text.count }
    guard atHyphens else { return text[start...].indices.first { isSpace($0) } ?? text.count }
    if isPunctuated(start - 1), let end = dashes(from: start) { return end }
    var at = start + 1
    while at < text.count, !isSpace(at) {
      if text[at] == "-", isHyphen(at) { return at + 1 }
      if text[at] == "-", isPunctuated(at - 1), dashes(from: at) != nil { return at }
      at += 1
    }
    return at
  }

  /// Where two or more hyphens end that stand before a word.
  private func dashes(from start: Int) -> Int? {
    guard start < text.count, text[start] == "-" else { return nil }
    let end = text[start...].firstIndex { $0 != "-" } ?? text.count
    return end - start >= 2 && end < text.count && text[end].isWordCharacter ? end : nil
  }

  /// Whether a hyphen stands between parts of a word, of which each has two letters.
  private func isHyphen(_ at: Int) -> Bool {
    let before =
      isLetter(at - 1) && isLetter(at - 2)
      || isPunctuated(at - 1) && at >= 2 && text[at - 2] == "-" && isLetter(at - 3)
    let second = at + 2 < text.count && text[at + 2] == "-" ? at + 3 : at + 2
    return before && isLetter(at + 1) && isLetter(second)
  }

  private func isSpace(_ at: Int) -> Bool { "\t\n\u{B}\u{C}\r ".unicodeScalars.contains(text[at]) }

  private func isLetter(_ at: Int) -> Bool {
    guard text.indices.contains(at) else { return false }
    return text[at].isWordCharacter && text[at].properties.generalCategory != .decimalNumber
  }

  private func isPunctuated(_ at: Int) -> Bool {
    guard text.indices.contains(at) else { return false }
    return text[at].isWordCharacter || "!\"'&.,?".unicodeScalars.contains(text[at])
  }
}
