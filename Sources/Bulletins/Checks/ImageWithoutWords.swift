import Diagnostics

/// An image that has no description: `![](map.png)`, or an `<img>` without an `alt`. One that is empty says that there is
/// nothing to describe.
enum ImageWithoutWords {
  static func find(_ check: ProofText) -> [Diagnostic] {
    check.wordlessImages.map { lines, isHTML in
      Diagnostic(
        .imageWithoutWords, "this image says nothing to those who can't see it",
        at: check.source.location(of: isHTML ? "<img" : "![]", inLines: lines),
        help: isHTML
          ? "write what it shows: `alt=\"Ships in the harbour\"`"
          : "write what it shows: `![Ships in the harbour](map.png)`")
    }
  }

  /// Whether raw HTML has an image without the attribute.
  static func isIn(_ html: Span<UInt8>) -> Bool {
    var at = 0
    while let start = html.firstOffset(of: "<img".utf8.span, from: at) {
      let end = endOfTag(html, start)
      at = end
      var hasWords = false
      for place in start + 4..<max(start + 4, end - 3) where html[place].isASCIISpace {
        let letters = (html[place + 1] | 0x20, html[place + 2] | 0x20, html[place + 3] | 0x20)
        if letters == (UInt8(ascii: "a"), UInt8(ascii: "l"), UInt8(ascii: "t")) { hasWords = true }
      }
      if !hasWords { return true }
    }
    return false
  }

  /// Where a tag ends; a sign in quotation marks ends none.
  private static func endOfTag(_ html: Span<UInt8>, _ start: Int) -> Int {
    var quote: UInt8?
    for place in start..<html.count {
      let byte = html[place]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: ">") {
        return place
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      }
    }
    return html.count
  }
}

extension DiagnosticKind {
  static let imageWithoutWords = DiagnosticKind(
    "image-without-words", .advice,
    "An image has no description. Who can't see it is read one, and it stands where the image can't be loaded.")
}
