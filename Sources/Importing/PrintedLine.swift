/// A line as it is printed on a page.
struct PrintedLine {
  /// A part of a line in one face.
  struct Run {
    var text: String
    let isBold: Bool
    let isItalic: Bool
  }

  let page: Int
  let top: Int
  let left: Int
  var right: Int
  let height: Int
  /// The size of its letters.
  let size: Int
  var runs: [Run]
  /// Where a gap in the line begins another cell: the places of runs.
  var cells: [Int] = []
  /// Where it stands on its page, from 0 at the top to 1 at the bottom.
  let place: Double

  /// The words without their faces.
  var text: String { runs.map(\.text).joined() }
  /// Whether all of it is bold, or italic.
  var isBold: Bool { runs.allSatisfy { $0.isBold || $0.text.allSatisfy(\.isWhitespace) } }
  var isItalic: Bool { runs.allSatisfy { $0.isItalic || $0.text.allSatisfy(\.isWhitespace) } }
}
