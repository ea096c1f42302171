/// Breaks a text into lines that are not wider than they may be.
struct LineBreaking {
  let face: TypeFace
  /// In thousandths of the size of the type.
  let width: Int

  /// The lines: as few as can be, and about as long as one another.
  func lines(of text: String) -> [String] {
    let pieces = LineBreaking.pieces(of: text)
    let lines = broken(pieces, at: width)
    if lines.count < 2 { return lines }
    // The narrowest column that needs no more lines has them all alike.
    var (narrow, wide) = (width / 2, width)
    while wide - narrow > 50 {
      let middle = (narrow + wide) / 2
      if broken(pieces, at: middle).count > lines.count { narrow = middle } else { wide = middle }
    }
    return broken(pieces, at: wide)
  }

  /// The same with no more lines than there is room for: of what is left out, an ellipsis tells.
  func lines(of text: String, most: Int) -> [String] {
    let lines = lines(of: text)
    if lines.count <= most { return lines }
    var kept = Array(broken(LineBreaking.pieces(of: text), at: width).prefix(most))
    var last = Array((kept.popLast() ?? "").unicodeScalars)
    while true {
      while let end = last.last, LineBreaking.loose.contains(end) { last.removeLast() }
      if last.isEmpty || face.width(of: last + ["…"]) <= width { break }
      // The whole last word goes, where another one is left.
      last.removeSubrange((last.lastIndex(of: " ") ?? last.count - 1)...)
    }
    return kept + [LineBreaking.text(last + ["…"])]
  }

  /// What does not stand before an ellipsis.
  private static let loose = Array(" ,;:.–—-".unicodeScalars)

  private func broken(_ pieces: [Piece], at width: Int) -> [String] {
    var lines: [String] = []
    var line: [Unicode.Scalar] = []
    for piece in pieces {
      let gap: [Unicode.Scalar] = piece.followsBlank && !line.isEmpty ? [" "] : []
      if face.width(of: line + gap + piece.letters) <= width || line.isEmpty {
        line += gap + piece.letters
      } else {
        lines.append(LineBreaking.text(line))
        line = piece.letters
      }
      // A word that no line holds is cut.
      while face.width(of: line) > self.width, let end = cut(line) {
        lines.append(LineBreaking.text(line[..<end]))
        line = Array(line[end...])
      }
    }
    return line.isEmpty ? lines : lines + [LineBreaking.text(line)]
  }

  /// Where a word is cut: at the last letter for which there is room, and before none that joins the one before.
  private func cut(_ word: [Unicode.Scalar]) -> Int? {
    var end = word.count
    while end > 1, face.width(of: word[..<end]) > width || word.indices.contains(end) && joins(word[end]) { end -= 1 }
    return end < word.count ? end : nil
  }

  private func joins(_ scalar: Unicode.Scalar) -> Bool {
    [.nonspacingMark, .spacingMark, .enclosingMark, .format].contains(scalar.properties.generalCategory)
  }

  /// What is never parted.
  private struct Piece {
    var letters: [Unicode.Scalar]
    let followsBlank: Bool
  }

  private static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var followsBlank = false
    var isOpen = false
    for scalar in text.unicodeScalars {
      if scalar == " " || scalar == "\n" || scalar == "\t" {
        followsBlank = true
        isOpen = false
        continue
      }
      // East Asia has lines break between any two letters, but none begin with a mark that ends something.
      let isMark = !scalar.properties.isAlphabetic && !scalar.properties.isIdeographic
      let isFree = scalar.value >= 0x2E80 && scalar.value < 0xAC00 && !isMark
      if isOpen, let last = pieces.indices.last, !isFree {
        pieces[last].letters.append(scalar)
      } else if isOpen, isFree, let last = pieces.last?.letters.last, opens(last), let place = pieces.indices.last {
        pieces[place].letters.append(scalar)
      } else {
        pieces.append(Piece(letters: [scalar], followsBlank: followsBlank))
      }
      followsBlank = false
      isOpen = true
    }
    return pieces
  }

  private static func opens(_ scalar: Unicode.Scalar) -> Bool {
    [.openPunctuation, .initialPunctuation].contains(scalar.properties.generalCategory)
  }

  private static func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }
}
