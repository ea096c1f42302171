import Diagnostics
import Text

/// Where the front matter of a file stands, and in which language it is written.
struct FrontMatterBlock {
  /// The languages of front matter.
  enum Syntax {
    /// YAML between `---` and `---` or `...`.
    case yaml
    /// TOML between `+++` and `+++`.
    case toml
    /// JSON in braces.
    case json
    /// Lines of a program, with `@def` or between `+++`, as Franklin has them.
    case franklin
  }

  let syntax: Syntax
  /// What stands between the fences; of JSON, with the braces.
  let content: Range<Int>
  /// How many lines of the file belong to it.
  let lineCount: Int

  /// The front matter at the top of a file; `nil` where it has none, an error where it never ends.
  static func find(in source: SourceFile, _ lines: [Range<Int>]) throws(DiagnosticError) -> FrontMatterBlock? {
    guard let first = lines.first else { return nil }
    let start = beginning(of: source.bytes, lines)
    let block =
      start > 0
      ? late(in: source, lines, from: start) ?? braced(in: source.bytes, lines) : try block(in: source, first, lines)
    guard let block, block.content.count > largest else { return block }
    throw DiagnosticError(
      Diagnostic(
        .frontMatterTooLarge,
        "this front matter has \(block.content.count >> 10) KiB; it may have \(largest >> 10)",
        at: source.location(first),
        help: "keep what readers ask for, and move data to an attachment"))
  }

  /// In bytes; more than the names and institutes of a thousand authors.
  private static let largest = 128 << 10

  private static func block(
    in source: SourceFile, _ first: Range<Int>, _ lines: [Range<Int>]
  ) throws(DiagnosticError) -> FrontMatterBlock? {
    let bytes = source.bytes
    if bytes.isLine(first, of: "---") {
      return try fenced(.yaml, in: source, lines) { bytes.isLine($0, of: "---") || bytes.isLine($0, of: "...") }
    }
    if bytes.isLine(first, of: "+++") {
      let block = try fenced(.toml, in: source, lines) { bytes.isLine($0, of: "+++") }
      let isFranklin = FranklinHead.isIn(bytes, lines[1..<block.lineCount])
      return isFranklin
        ? FrontMatterBlock(syntax: .franklin, content: block.content, lineCount: block.lineCount) : block
    }
    if let end = FranklinHead.end(in: bytes, lines: lines) {
      return FrontMatterBlock(
        syntax: .franklin, content: first.lowerBound..<lines[end - 1].upperBound, lineCount: end)
    }
    return braced(in: bytes, lines)
  }

  /// The first line that is neither blank nor of a comment of HTML.
  private static func beginning(of bytes: Bytes, _ lines: [Range<Int>]) -> Int {
    var at = 0
    while at < lines.count {
      if !bytes.isBlank(lines[at]) {
        guard bytes.has("<!--".utf8, at: lines[at].lowerBound),
          let end = lines[at...].firstIndex(where: { bytes.endOfComment(in: $0) != nil }),
          let behind = bytes.endOfComment(in: lines[end]), bytes.isBlank(behind..<lines[end].upperBound)
        else { return at }
        at = end
      }
      at += 1
    }
    return at
  }

  /// Front matter below blank lines and comments, as Hugo has it: a fence with a key on the next line, and another fence; or
  /// lines of Franklin.
  private static func late(in source: SourceFile, _ lines: [Range<Int>], from start: Int) -> FrontMatterBlock? {
    let bytes = source.bytes
    guard start + 1 < lines.count,
      FranklinHead.begins(bytes, lines[start])
        || (bytes.isLine(lines[start], of: "---") || bytes.isLine(lines[start], of: "+++"))
          && bytes.beginsWithKey(lines[start + 1]),
      let block = try? block(in: source, lines[start], Array(lines[start...])), !block.content.isEmpty
    else { return nil }
    return FrontMatterBlock(syntax: block.syntax, content: block.content, lineCount: start + block.lineCount)
  }

  private static func fenced(
    _ syntax: Syntax, in source: SourceFile, _ lines: [Range<Int>], isEnd: (Range<Int>) -> Bool
  ) throws(DiagnosticError) -> FrontMatterBlock {
    let start = min(lines.count > 1 ? lines[1].lowerBound : .max, source.bytes.count)
    guard let end = lines.dropFirst().firstIndex(where: isEnd) else {
      throw DiagnosticError(UnclosedFrontMatter.finding(in: source, at: start..<source.bytes.count))
    }
    return FrontMatterBlock(syntax: syntax, content: start..<max(start, lines[end].lowerBound), lineCount: end + 1)
  }

  /// An object of JSON, from its brace to the one that closes it, with nothing else on the lines of both; blanks may stand
  /// before it.
  private static func braced(in bytes: Bytes, _ lines: [Range<Int>]) -> FrontMatterBlock? {
    let start = bytes[lines[0].lowerBound...].firstIndex { !$0.isASCIISpace } ?? bytes.count
    // A brace may begin a text, too; but not one behind which a quotation mark comes next.
    guard start < bytes.count, bytes[start] == UInt8(ascii: "{"),
      bytes[(start + 1)...].first(where: { !$0.isASCIISpace }) == UInt8(ascii: "\""),
      let close = closingBrace(in: bytes, from: start),
      let line = lines.firstIndex(where: { $0.contains(close) }),
      bytes.isBlank(close + 1..<lines[line].upperBound)
    else { return nil }
    return FrontMatterBlock(syntax: .json, content: start..<close + 1, lineCount: line + 1)
  }

  private static func closingBrace(in bytes: Bytes, from start: Int) -> Int? {
    var depth = 0
    var isInText = false
    var at = start
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "\\") where isInText: at += 1
      case UInt8(ascii: "\""): isInText.toggle()
      case UInt8(ascii: "{") where !isInText: depth += 1
      case UInt8(ascii: "}") where !isInText:
        depth -= 1
        if depth == 0 { return at }
      default: break
      }
      at += 1
    }
    return nil
  }
}

extension Array where Element == UInt8 {
  /// Whether a line begins with a word, and a colon or an equals sign behind it.
  fileprivate func beginsWithKey(_ line: Range<Int>) -> Bool {
    let key = self[line].prefix {
      $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
    }
    let sign = self[key.endIndex..<line.upperBound].first { $0 != 0x20 }
    return !key.isEmpty && (sign == UInt8(ascii: ":") || sign == UInt8(ascii: "="))
  }

  /// The end of a comment of HTML in a line.
  fileprivate func endOfComment(in line: Range<Int>) -> Int? {
    span.extracting(line).firstOffset(of: "-->".utf8.span).map { line.lowerBound + $0 + 3 }
  }

  /// Whether a line is a fence, with nothing but blanks behind it.
  fileprivate func isLine(_ line: Range<Int>, of fence: String) -> Bool {
    self[line].starts(with: fence.utf8) && isBlank(line.lowerBound + fence.utf8.count..<line.upperBound)
  }
}

extension DiagnosticKind {
  static let frontMatterTooLarge = DiagnosticKind(
    "front-matter-too-large", .error,
    "Front matter may have 128 KiB. What is larger is hardly what an issue says of itself: move data to an attachment.")
}
