/// A paragraph put together of printed lines.
struct PrintedParagraph {
  private(set) var lines: [PrintedLine]

  init(_ line: PrintedLine) { lines = [line] }

  var size: Int { lines.map(\.size).max() ?? 0 }
  var isBold: Bool { lines.allSatisfy(\.isBold) }
  var isItalic: Bool { lines.allSatisfy(\.isItalic) }

  /// The words of all lines.
  var text: String { lines.map(\.text).joined(separator: " ") }

  mutating func add(_ line: PrintedLine) { lines.append(line) }

  /// Whether a line goes on with the paragraph.
  func goesOn(with line: PrintedLine) -> Bool {
    guard let last = lines.last else { return false }
    if abs(line.size - last.size) > 1 || line.isItalic != last.isItalic && line.isItalic != isItalic { return false }
    if line.isBold != last.isBold, line.isBold != isBold { return false }
    if PrintedParagraph.opens(line) { return false }
    let isBelow = line.page == last.page && line.top > last.top
    if isBelow {
      // The next line of a column stands right below; more room, or a step to the right, begins another paragraph.
      if line.top - last.top > last.height * 3 / 2 { return false }
      let base = lines.dropFirst().map(\.left).min() ?? line.left
      return line.left - base < last.size || lines.count == 1
    }
    // In the next column or on the next page: a sentence that is not at its end goes on.
    return !PrintedParagraph.ends(last.text)
  }

  /// Whether a line begins with bold words that end in a stop, a bullet, or the number of a note.
  private static func opens(_ line: PrintedLine) -> Bool {
    guard let first = line.runs.first else { return false }
    let words = first.text.split(separator: " ").joined(separator: " ")
    if first.isBold, !line.isBold, words.hasSuffix(".") || words.hasSuffix(":") { return true }
    return "•▪◦–".contains(where: { words.hasPrefix("\($0) ") })
  }

  private static func ends(_ text: String) -> Bool {
    let bare = text.reversed().drop {
      $0.isWhitespace || "”’\")]»".contains($0) || $0.isNumber || $0 == "^" || $0 == "["
    }
    return bare.first.map { ".!?:…".contains($0) } ?? true
  }
}
