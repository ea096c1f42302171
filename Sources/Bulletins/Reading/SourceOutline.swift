import Diagnostics
import Languages
import Text

/// Where the parts of an issue's file lie, found line by line before Markdown is parsed.
struct SourceOutline {
  /// What the file begins with, if that is front matter.
  private(set) var frontMatter: FrontMatterBlock?
  /// The `Key: value` lines, without the blank line after them; a file has front matter or these.
  private(set) var header: Range<Int>?
  /// The file with everything above its Markdown blanked out, so that every line and byte keeps its place, and with the
  /// masthead's rule written so that nothing can take it for the underline of a heading.
  private(set) var markdown: Bytes
  /// Why the outline can't be drawn.
  private(set) var problem: Diagnostic?

  /// Looks through a file.
  init(of source: SourceFile, in languages: KnownLanguages) {
    markdown = source.bytes
    var start = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let lines = sourceLines(of: source.bytes, in: start..<source.bytes.count)
    var next = 0
    do {
      frontMatter = try FrontMatterBlock.find(in: source, lines)
    } catch {
      problem = error.diagnostic
      return
    }
    if let frontMatter {
      next = frontMatter.lineCount
      start = lines[next - 1].upperBound
    }
    while next < lines.count, source.bytes.isBlank(lines[next]) { next += 1 }
    if frontMatter == nil, let last = HeaderLines.end(in: source.bytes, lines: lines, from: next) {
      header = lines[next].lowerBound..<lines[last - 1].upperBound
      start = lines[last - 1].upperBound
      next = last
    } else if frontMatter == nil, let comment = HeaderLines.comment(in: source.bytes, lines: lines, from: next) {
      header = comment.header
      next = comment.next
      start = lines[next - 1].upperBound
    }
    for at in 0..<start where markdown[at] != 0x0A && markdown[at] != 0x0D { markdown[at] = 0x20 }
    if frontMatter?.syntax == .franklin { markdown = FranklinText.markdown(markdown) }
    markRule(lines, from: next, languages)
  }

  /// Writes the rule that ends a masthead with asterisks: the same bytes' count, but never a setext underline.
  private mutating func markRule(_ lines: [Range<Int>], from start: Int, _ languages: KnownLanguages) {
    var index = start
    func skipBlanks() { while index < lines.count, markdown.isBlank(lines[index]) { index += 1 } }
    skipBlanks()
    guard index < lines.count else { return }
    let setext = index + 1 < lines.count && markdown.isUnderline(lines[index + 1])
    guard setext || markdown.isHeading(lines[index]) else { return }
    index += setext ? 2 : 1
    skipBlanks()
    let rule = lines[min(index, lines.count)...].indices.first { place in
      markdown.isHeading(lines[place]) || markdown.isRule(lines[place]) || isTypedRule(lines, at: place)
    }
    guard let rule, rule > index, !markdown.isHeading(lines[rule]) else { return }
    let isTyped = !markdown.isRule(lines[rule])
    // Below a blank line, nothing takes it for an underline.
    guard isTyped || !markdown.isBlank(lines[rule - 1]),
      NumberLine.opens(markdown.inlineText(lines[index]), in: languages)
    else { return }
    for at in lines[rule] where isTyped ? !markdown[at].isASCIISpace : markdown[at] == UInt8(ascii: "-") {
      markdown[at] = UInt8(ascii: "*")
    }
  }

  /// Whether a line is a rule to whoever typed it: of dashes, which word processors make of hyphens, of equals signs, or as
  /// HTML has it.
  private func isTypedRule(_ lines: [Range<Int>], at index: Int) -> Bool {
    let line = markdown[lines[index]]
    guard let first = line.first(where: { !$0.isASCIISpace }), first == 0xE2 || first == 0x3C || first == 0x3D else {
      return false
    }
    let text = Array(line).string.trimmed
    switch text.lowercased() {
    case "<hr>", "<hr/>", "<hr />": return true
    default: break
    }
    // Right below a line, equals signs make a heading of it.
    if first == UInt8(ascii: "=") {
      return text.utf8.count > 2 && text.utf8.allSatisfy { $0 == first } && markdown.isBlank(lines[index - 1])
    }
    return text.unicodeScalars.allSatisfy { "–—―─⸻".unicodeScalars.contains($0) }
  }
}

/// The lines of a part of a text, without their endings.
func sourceLines(of bytes: Bytes, in range: Range<Int>) -> [Range<Int>] {
  var lines: [Range<Int>] = []
  var at = range.lowerBound
  while at < range.upperBound {
    let feed = min(bytes.firstOffset(of: 0x0A, from: at) ?? bytes.count, range.upperBound)
    let end = feed > at && bytes[feed - 1] == 0x0D ? feed - 1 : feed
    lines.append(at..<end)
    at = feed + 1
  }
  return lines
}

extension Array where Element == UInt8 {
  func isBlank(_ line: Range<Int>) -> Bool { self[line].allSatisfy(\.isASCIISpace) }

  fileprivate func trimmedEnd(_ line: Range<Int>) -> ArraySlice<UInt8> {
    let end = self[line].lastIndex { !$0.isASCIISpace }.map { $0 + 1 } ?? line.lowerBound
    return self[line.lowerBound..<end]
  }

  fileprivate func isUnderline(_ line: Range<Int>) -> Bool {
    let text = trimmedEnd(line)
    return !text.isEmpty && text.allSatisfy { $0 == UInt8(ascii: "=") }
  }

  fileprivate func isHeading(_ line: Range<Int>) -> Bool {
    let hashes = self[line].drop { $0 == 0x20 }.prefix { $0 == UInt8(ascii: "#") }
    return (1...6).contains(hashes.count) && (hashes.endIndex == line.upperBound || self[hashes.endIndex].isASCIISpace)
  }

  /// Three or more hyphens, asterisks or underscores, with blanks between.
  fileprivate func isRule(_ line: Range<Int>) -> Bool {
    guard let mark = self[line].first(where: { !$0.isASCIISpace }), "-*_".utf8.contains(mark) else { return false }
    return self[line].count { $0 == mark } >= 3 && self[line].allSatisfy { $0 == mark || $0.isASCIISpace }
  }

  /// The line without the marks of emphasis that may stand before a number sign.
  fileprivate func inlineText(_ line: Range<Int>) -> String {
    Array(self[line].drop { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "_") || $0 == 0x20 }).string
  }
}
