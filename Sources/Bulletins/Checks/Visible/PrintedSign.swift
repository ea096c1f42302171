import Text

/// A sign that makes words italic, struck out or code, and is printed, with what stands around it.
struct PrintedSign {
  /// The piece of the text that has it, and where.
  let piece: VisibleText.Piece
  let offset: Int
  /// The number of the piece.
  let index: Int
  /// How often it stands here in a row.
  let count: Int
  private let before: Edge
  private let after: Edge

  /// What stands beside a sign.
  private enum Edge { case blank, word, bracket, stop, other }

  /// Whether it can only begin something: a blank or a bracket before it, a word behind.
  var opens: Bool { (before == .blank || before == .bracket) && after == .word }
  /// Whether it can only end something, or may do so.
  var closes: Bool { before != .blank && after != .word }
  /// Whether it stands right behind a word.
  var endsWord: Bool { before == .word && after != .word }
  /// Whether it stands in a word, as in names of files and programs.
  var isInside: Bool { before == .word && after == .word }
  /// Whether its paragraph begins with it.
  var beginsBlock = false

  /// The signs that readers see, block by block.
  static func all(_ sign: UInt8, in text: VisibleText) -> [[PrintedSign]] {
    var blocks: [[PrintedSign]] = []
    var last: VisibleText.Piece?
    var lastBlock = -1
    for (index, piece) in text.pieces.enumerated() {
      defer { last = piece }
      var at = 0
      while let start = piece.text.firstOffset(of: sign, from: at) {
        at = piece.text[start...].firstIndex { $0 != sign } ?? piece.text.count
        var found = PrintedSign(piece, index, start..<at)
        found.beginsBlock = start == 0 && piece.beginsLine && last?.block != piece.block
        if lastBlock == piece.block, !blocks.isEmpty {
          blocks[blocks.count - 1].append(found)
        } else {
          blocks.append([found])
        }
        lastBlock = piece.block
      }
    }
    return blocks
  }

  private init(_ piece: VisibleText.Piece, _ index: Int, _ range: Range<Int>) {
    self.piece = piece
    self.index = index
    offset = range.lowerBound
    count = range.count
    let text = piece.text
    before =
      offset > 0
      ? PrintedSign.edge(text, at: text[..<offset].lastIndex { !$0.isUTF8Continuation } ?? 0)
      : piece.beginsLine ? .blank : .other
    // What stands behind the last byte of a piece is a link, an emphasis, or the line's end.
    after = range.upperBound < text.count ? PrintedSign.edge(text, at: range.upperBound) : .other
  }

  private static func edge(_ text: Bytes, at offset: Int) -> Edge {
    let byte = text[offset]
    if byte.isASCIISpace { return .blank }
    if Words.letterLength(text, offset) > 0 { return .word }
    if "([{\"'".utf8.contains(byte) { return .bracket }
    return ".,;:!?)".utf8.contains(byte) ? .stop : .other
  }
}
