import Text

/// What kramdown adds to Markdown in braces, and where it stands in a text: lists of attributes (`{: .note}`), their names
/// (`{:wide: .note}`), and what its extensions do (`{::comment}`, `{::options … /}`); and lists as Hugo, Pandoc and
/// markdown-it have them (`{.note}`, `{#ice .note}`, `{width=40}`). None of it is for readers.
struct KramdownMarks {
  /// The lists of blocks.
  private(set) var blocks: [BlockAttributes] = []
  /// The lists that stand directly behind a link, an image, emphasis or code, with their places.
  private(set) var spans: [(range: Range<Int>, list: AttributeList)] = []
  /// What becomes blank.
  private(set) var blank: [Range<Int>] = []
  /// What prints nothing, where a blank would change what stands around it.
  private(set) var silent: [Range<Int>] = []

  /// The first list that names a class, of whose look a style sheet of the site decides.
  private(set) var firstClass: Range<Int>?

  private let text: Bytes
  private let lines: [Range<Int>]
  private var known: [String: AttributeList] = [:]
  /// The lines that nothing is left of, with the nearest one above of which something is.
  private var taken: [Int: Int] = [:]
  /// Whether no comment that begins from here on has an end.
  private var lacksCommentEnd = false

  /// `nil` for a text that has none of it, as nearly all.
  init?(in text: Bytes) {
    guard BraceList.firstOpening(in: text, from: 0) != nil else { return nil }
    self.text = text
    lines = sourceLines(of: text, in: 0..<text.count)
    let isCode = CodeLines.fenced(text, lines)
    let marked = linesWithBraces.filter { !isCode[$0] }
    for line in marked { define(line) }
    var end = 0
    for line in marked where line >= end { end = read(line) }
  }

  /// The lines that have braces which may be meant so.
  private var linesWithBraces: [Int] {
    var found: [Int] = []
    var (line, at) = (0, 0)
    while let open = BraceList.firstOpening(in: text, from: at) {
      while line + 1 < lines.count, lines[line + 1].lowerBound <= open { line += 1 }
      found.append(line)
      at = max(open + 2, lines[line].upperBound)
    }
    return found
  }

  /// Notes that nothing is left of a line.
  private mutating func take(_ line: Int) { taken[line] = lineAbove(line) }

  /// The nearest line above of which something is left; -1 where there is none.
  private func lineAbove(_ line: Int) -> Int {
    var above = line - 1
    while let next = taken[above] { above = next }
    return above
  }

  /// What stands on a line, without the blanks and the marks of quotations before it.
  private func words(_ line: Int) -> Range<Int> {
    let range = lines[line]
    let start = text[range].firstIndex { $0 != 0x20 && $0 != 0x09 && $0 != UInt8(ascii: ">") } ?? range.upperBound
    let end = text[range].lastIndex { !$0.isASCIISpace }.map { $0 + 1 } ?? start
    return start..<max(start, end)
  }

  /// The end of what opens with a brace, on the same line.
  private func close(_ open: Int, before end: Int) -> Int? { BraceList.end(in: text, of: open, before: end) }

  /// The end of a list that stands directly behind a link or an image and goes on in the next line.
  private func closeBelow(_ open: Int, _ line: Int) -> Int? {
    guard open > 0, text[open - 1] == UInt8(ascii: ")"), text.has("{:".utf8, at: open), line + 1 < lines.count,
      !text.isBlank(lines[line + 1])
    else { return nil }
    return close(open, before: lines[line + 1].upperBound)
  }

  /// `{:wide: .note width="100"}`, alone on its line.
  private mutating func define(_ line: Int) {
    let words = words(line)
    guard text.has("{:".utf8, at: words.lowerBound),
      close(words.lowerBound, before: words.upperBound) == words.upperBound
    else { return }
    let inner = text[(words.lowerBound + 2)..<(words.upperBound - 1)]
    let name = inner.prefix {
      $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
    }
    guard !name.isEmpty, text[name.endIndex] == UInt8(ascii: ":"),
      let list = AttributeList(inner.dropFirst(name.count + 1))?.resolved(known)
    else { return }
    known[Array(name).string] = list
    blank.append(lines[line])
    take(line)
  }

  /// Reads what stands on a line.
  ///
  /// - Returns: The line to go on with.
  private mutating func read(_ line: Int) -> Int {
    if taken[line] != nil { return line + 1 }
    let words = words(line)
    if BraceList.opens(in: text, at: words.lowerBound), let end = close(words.lowerBound, before: words.upperBound),
      end == words.upperBound
    {
      if let extended = KramdownExtension(text[words]) { return take(extended, line) }
      if let list = list(words.lowerBound..<end) { take(list, line, words) }
      return line + 1
    }
    readInline(line, words)
    return line + 1
  }

  /// The list between braces.
  private mutating func list(_ range: Range<Int>) -> AttributeList? {
    guard let list = BraceList.list(in: text[range])?.resolved(known) else { return nil }
    if firstClass == nil, list.givesLook { firstClass = range }
    return list
  }

  /// An extension that has lines for itself.
  private mutating func take(_ extended: KramdownExtension, _ line: Int) -> Int {
    var end = line
    if extended == .hidden, !lacksCommentEnd {
      let found = lines[(line + 1)...].firstIndex { KramdownExtension(text[$0]) == .end }
      // One that nobody closes hides nothing.
      end = found ?? line
      lacksCommentEnd = found == nil
    }
    for line in line...end {
      blank.append(lines[line])
      take(line)
    }
    return end + 1
  }

  private mutating func take(_ list: AttributeList, _ line: Int, _ words: Range<Int>) {
    let before = lineAbove(line)
    let isBelow = before >= 0 && !text.isBlank(lines[before])
    let indent = text[lines[line].lowerBound..<words.lowerBound]
    blocks.append(
      BlockAttributes(
        list: list, line: isBelow ? before + 1 : line + 2, ownLine: line + 1,
        target: indent.isEmpty ? .block : .nestedBlock))
    // Deep in lists it may be code, which is shown as it is; between items, a blank line would part them.
    let isDeep = indent.count > 3 || indent.contains { $0 != 0x20 }
    let next = line + 1 < lines.count ? self.words(line + 1) : 0..<0
    if isDeep || isBelow && isItem(text[next]) { silent.append(words) } else { blank.append(lines[line]) }
    take(line)
  }

  /// Whether a line begins an item of a list.
  private func isItem(_ words: ArraySlice<UInt8>) -> Bool {
    let digits = words.prefix(while: \.isASCIIDigit)
    let rest = words.dropFirst(digits.count)
    guard let mark = rest.first, rest.dropFirst().first?.isASCIISpace ?? false else { return false }
    return digits.isEmpty ? "-*+".utf8.contains(mark) : mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")")
  }

  private mutating func readInline(_ line: Int, _ words: Range<Int>) {
    var code = CodeLines.spans(text, in: words)[...]
    var at = words.lowerBound
    while let open = BraceList.firstOpening(in: text, from: at), open < words.upperBound {
      at = open + 2
      code = code.drop { $0.upperBound <= open }
      if code.first?.contains(open) ?? false { continue }
      guard let end = close(open, before: words.upperBound) ?? closeBelow(open, line) else { continue }
      if let extended = KramdownExtension(text[open..<end]) {
        let close = extended == .hidden ? endOfHidden(from: end, before: words.upperBound) : end
        if let close {
          silent.append(open..<close)
          at = close
        }
        continue
      }
      if !text.has("{:".utf8, at: open) {
        readPlain(open..<end, line, words)
        at = end
        continue
      }
      guard let list = list(open..<end) else { continue }
      let before = text[words.lowerBound..<open]
      if isHeading(before), end == words.upperBound {
        blocks.append(BlockAttributes(list: list, line: line + 1, ownLine: line + 1, target: .heading))
        blank.append(open..<end)
      } else if let last = before.last, ")]*_`>".utf8.contains(last), !isItem(before + [0x20]) {
        spans.append((open..<end, list))
      } else if isItem(before) && before.count < 6 {
        silent.append(open..<end)
      }
      at = end
    }
  }

  /// Reads a list without a colon behind words: at the end of a heading or of a paragraph, and directly behind what is
  /// shown as something else than words.
  private mutating func readPlain(_ range: Range<Int>, _ line: Int, _ words: Range<Int>) {
    let before = text[words.lowerBound..<range.lowerBound]
    guard !before.starts(with: ":::".utf8), let last = before.last,
      let plain = BraceList.list(in: text[range])
    else { return }
    let endsLine = range.upperBound == words.upperBound
    if isHeading(before) {
      // One with an id is the heading's address.
      guard endsLine, plain.id == nil, let list = list(range) else { return }
      blocks.append(BlockAttributes(list: list, line: line + 1, ownLine: line + 1, target: .heading))
      blank.append(range)
    } else if ")*_`".utf8.contains(last) {
      if let list = list(range) { spans.append((range, list)) }
    } else if endsLine, BraceList.isOfTags(before) {
      if list(range) != nil { silent.append(range) }
    } else if endsLine, last == 0x20, line + 1 == lines.count || text.isBlank(lines[line + 1]) || isItem(line + 1) {
      guard let list = list(range) else { return }
      if isItem(before) {
        let end = before.lastIndex { $0 != 0x20 }.map { $0 + 1 } ?? range.lowerBound
        return silent.append(end..<range.upperBound)
      }
      let isNested = lines[line].lowerBound < words.lowerBound
      blocks.append(
        BlockAttributes(list: list, line: line + 1, ownLine: line + 1, target: isNested ? .nestedBlock : .block))
      blank.append(range)
    }
  }

  private func isItem(_ line: Int) -> Bool { isItem(text[words(line)]) }

  /// Whether words are those of a heading, behind the marks of the items and quotations in which it stands.
  private func isHeading(_ words: ArraySlice<UInt8>) -> Bool {
    var rest = words
    while let first = rest.first, first != UInt8(ascii: "#") {
      if first == UInt8(ascii: ">") || first.isASCIISpace {
        rest.removeFirst()
      } else if isItem(rest) {
        rest = rest.drop(while: \.isASCIIDigit).dropFirst()
      } else {
        return false
      }
    }
    return !rest.isEmpty
  }

  private func endOfHidden(from start: Int, before end: Int) -> Int? {
    guard let open = text.firstOffset(of: Bytes("{:/".utf8), from: start), open < end else { return nil }
    return close(open, before: end)
  }
}
