import Text

/// The lines of a document's pages, read from what Poppler's `pdftohtml -xml` says of them: in the order in which the
/// document draws them, column by column.
struct PrintedPages {
  private(set) var lines: [PrintedLine] = []
  private var sizes: [String: Int] = [:]
  private var page = 0
  private var height = 1

  init(_ xml: Bytes) {
    for line in xml.split(separator: 0x0A) {
      let words = Array(line)
      if let open = words.firstOffset(of: Bytes("<page ".utf8)) {
        page += 1
        height = max(1, number("height", in: Array(words[open...])) ?? 1)
      } else if words.firstOffset(of: Bytes("<fontspec ".utf8)) != nil {
        if let id = value("id", in: words), let size = number("size", in: words) { sizes[id] = size }
      } else if let open = words.firstOffset(of: Bytes("<text ".utf8)) {
        take(Array(words[open...]))
      }
    }
  }

  private mutating func take(_ element: Bytes) {
    guard let close = element.firstOffset(of: UInt8(ascii: ">")), let top = number("top", in: element),
      let left = number("left", in: element), let width = number("width", in: element),
      let height = number("height", in: element)
    else { return }
    let end = element.firstOffset(of: Bytes("</text>".utf8)) ?? element.count
    let runs = PrintedPages.runs(of: element[(close + 1)..<end])
    if runs.allSatisfy({ $0.text.allSatisfy(\.isWhitespace) }) { return }
    let size = value("font", in: element).flatMap { sizes[$0] } ?? height
    let line = PrintedLine(
      page: page, top: top, left: left, right: left + width, height: height, size: size, runs: runs,
      place: Double(top + height) / Double(self.height))
    if let last = lines.last, continues(last, line) { join(line) } else { lines.append(line) }
  }

  /// Whether a piece stands on the line of the one before it.
  private func continues(_ last: PrintedLine, _ next: PrintedLine) -> Bool {
    last.page == next.page && next.left >= last.right - 2
      && abs((last.top + last.height / 2) - (next.top + next.height / 2)) <= max(4, last.height / 3)
  }

  private mutating func join(_ next: PrintedLine) {
    guard var line = lines.popLast() else { return }
    var runs = next.runs
    let gap = next.left - line.right
    if gap > 2 * line.size { line.cells.append(line.runs.count) }
    if next.size * 5 <= line.size * 4, gap <= 2, !next.text.isEmpty, next.text.allSatisfy(\.isNumber) {
      // A small number above the line is the mark of a note.
      runs = [PrintedLine.Run(text: "[^\(next.text)]", isBold: false, isItalic: false)]
    } else if gap > 2, line.text.last?.isWhitespace == false, next.text.first?.isWhitespace == false {
      runs[0].text = " " + runs[0].text
    }
    line.runs += runs
    line.right = next.right
    lines.append(line)
  }

  /// The runs of a piece: text between the tags of bold and italic words.
  private static func runs(of markup: ArraySlice<UInt8>) -> [PrintedLine.Run] {
    var runs: [PrintedLine.Run] = []
    var (isBold, isItalic) = (false, false)
    var rest = markup
    while let first = rest.first {
      if first == UInt8(ascii: "<") {
        let tag = rest.prefix { $0 != UInt8(ascii: ">") }
        switch Array(tag).string {
        case "<b": isBold = true
        case "</b": isBold = false
        case "<i": isItalic = true
        case "</i": isItalic = false
        default: break
        }
        rest = rest.dropFirst(tag.count + 1)
        continue
      }
      let text = rest.prefix { $0 != UInt8(ascii: "<") }
      rest = rest.dropFirst(text.count)
      let words = Markup.decoded(Array(text).string)
      let spaced = words.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
      let before = words.hasPrefix(" ") ? " " : ""
      let behind = words.hasSuffix(" ") && !spaced.isEmpty ? " " : ""
      runs.append(PrintedLine.Run(text: before + spaced + behind, isBold: isBold, isItalic: isItalic))
    }
    return runs
  }

  private func value(_ name: String, in element: Bytes) -> String? {
    guard let start = element.firstOffset(of: Bytes(" \(name)=\"".utf8)).map({ $0 + name.utf8.count + 3 }),
      let end = element.firstOffset(of: UInt8(ascii: "\""), from: start)
    else { return nil }
    return Array(element[start..<end]).string
  }

  private func number(_ name: String, in element: Bytes) -> Int? { value(name, in: element).flatMap { Int($0) } }
}
