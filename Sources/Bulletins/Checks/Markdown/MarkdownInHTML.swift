import Diagnostics
import Markdown
import Text

/// Markdown between elements of HTML, or behind a comment, where it is none: its signs are printed.
enum MarkdownInHTML {
  /// The first signs of a block of HTML that readers see.
  static func find(_ block: MarkdownNode, in source: SourceFile) -> Diagnostic? {
    block.withLiteral { html -> String? in
      guard html.firstOffset(of: "**".utf8.span) != nil || html.firstOffset(of: "](".utf8.span) != nil else {
        return nil
      }
      return sign(in: html.copy)
    }.map { sign in
      Diagnostic(
        .markdownInHTML, "within HTML, Markdown is printed with its signs",
        at: source.location(of: sign, inLines: block.lines),
        help: "put a blank line between the HTML and the Markdown")
    }
  }

  /// The first sign that pairs with another one in what readers see.
  private static func sign(in html: Bytes) -> String? {
    // Each text is looked through by itself: behind a million tags, to the end of all takes the square of it.
    for range in visible(in: html) {
      let text = Array(html[range])
      if let open = text.firstOffset(of: stars), open + 2 < text.count, !text[open + 2].isASCIISpace,
        text[open + 2] != stars[0], let close = text.firstOffset(of: stars, from: open + 3),
        !text[close - 1].isASCIISpace
      {
        return Array(text[open..<close + 2]).string.firstLine
      }
      if let middle = text.firstOffset(of: Bytes("](".utf8)),
        let open = text[..<middle].lastIndex(of: UInt8(ascii: "[")), open + 1 < middle, isAddress(text[(middle + 2)...])
      {
        return Array(text[open..<middle + 2]).string.firstLine
      }
    }
    return nil
  }

  private static let stars = Bytes("**".utf8)

  private static func isAddress(_ text: ArraySlice<UInt8>) -> Bool {
    let word = text.prefix { $0 != UInt8(ascii: ")") && !$0.isASCIISpace }
    return word.endIndex < text.endIndex && word.contains { "/.#:".utf8.contains($0) }
  }

  /// What stands between tags, but in elements whose text is taken as it is.
  private static func visible(in html: Bytes) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var at = 0
    while at < html.count {
      let open = html.firstOffset(of: UInt8(ascii: "<"), from: at) ?? html.count
      if open > at { found.append(at..<open) }
      if open == html.count { break }
      if html.has("<!--".utf8, at: open) {
        at = html.firstOffset(of: Bytes("-->".utf8), from: open).map { $0 + 3 } ?? html.count
        continue
      }
      at = html.firstOffset(of: UInt8(ascii: ">"), from: open).map { $0 + 1 } ?? html.count
      let name = Array(html[(open + 1)...].prefix(while: \.isASCIILetter)).string.lowercased()
      if verbatim.contains(name) {
        at = end(of: name, in: html, from: at)
      }
    }
    return found
  }

  /// Where an element's text ends.
  private static func end(of name: String, in html: Bytes, from start: Int) -> Int {
    let mark = Bytes("</\(name)".utf8)
    var at = start
    while let close = html.firstOffset(of: UInt8(ascii: "<"), from: at) {
      if close + mark.count <= html.count,
        zip(html[close...], mark).allSatisfy({ $0 | 0x20 == $1 | 0x20 })
      {
        return close
      }
      at = close + 1
    }
    return html.count
  }

  private static let verbatim: Set<String> = [
    "pre", "code", "script", "style", "textarea", "svg", "math", "kbd", "samp", "template",
  ]
}

extension String {
  fileprivate var firstLine: String { String(prefix { $0 != "\n" }) }
}

extension DiagnosticKind {
  static let markdownInHTML = DiagnosticKind(
    "markdown-in-html", .warning,
    "A block of HTML goes on to the next blank line, a comment to the end of its line, and what stands in it is no Markdown: `**Ice.**` is printed with its stars. With a blank line behind the opening tag and one before the closing tag, Markdown is read."
  )
}
