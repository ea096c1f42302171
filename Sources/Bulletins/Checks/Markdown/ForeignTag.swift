import Diagnostics
import Text

/// Tags of other engines, which do nothing here and are printed.
enum ForeignTag {
  /// The first of a text: whoever moves an archive has many.
  static func find(in text: VisibleText) -> Diagnostic? {
    for piece in text.pieces {
      var at = 0
      while let open = piece.text.firstOffset(of: UInt8(ascii: "{"), from: at) {
        at = open + 1
        guard let (name, length) = tag(in: piece, at: open), !text.isCode(piece.line),
          let place = text.place(of: Array(piece.text[open..<open + length]), in: piece, at: open),
          !isRaw(text.source.bytes, at: place.lowerBound)
        else { continue }
        return finding(name, at: place, in: text.source)
      }
    }
    return nil
  }

  /// Whether a place lies between `{% raw %}` and `{% endraw %}`, where tags are meant to be seen.
  private static func isRaw(_ source: Bytes, at place: Int) -> Bool {
    guard source.firstOffset(of: Bytes("raw %}".utf8)) != nil else { return false }
    let before = source[..<place].split(separator: UInt8(ascii: "{")).last { tag in
      tag.starts(with: "% raw %}".utf8) || tag.starts(with: "% endraw %}".utf8)
    }
    return before?.starts(with: "% raw".utf8) ?? false
  }

  /// A tag in the address of a link.
  static func inAddress(at place: Range<Int>, in source: SourceFile) -> Diagnostic {
    finding("a tag of another engine", at: place, in: source)
  }

  private static func finding(_ name: String, at place: Range<Int>, in source: SourceFile) -> Diagnostic {
    Diagnostic(
      .foreignTag, "\(name) does nothing here, and is published as it is", at: source.location(place),
      help: "write what it stands for as Markdown, or remove it")
  }

  /// What a tag is called, and how many bytes show it.
  private static func tag(in piece: VisibleText.Piece, at open: Int) -> (name: String, length: Int)? {
    let text = piece.text
    if text.has("{{<".utf8, at: open) || text.has("{{%".utf8, at: open) { return ("a shortcode of Hugo", 3) }
    if text.has("{%".utf8, at: open) { return ("a tag of Liquid", 2) }
    // Behind the brackets may stand what looked like an element of HTML.
    if text.has("{{".utf8, at: open), open + 2 == text.count || text.firstOffset(of: closing, from: open) != nil {
      return ("a value of another template", 2)
    }
    return isAttributes(text, at: open) ? ("a list of attributes", 2) : nil
  }

  private static let closing = Bytes("}}".utf8)

  /// Whether it is a list of attributes, as kramdown has them: `{: .note}`, `{:width="40"}`, and `{#id}` or `{.note}` at
  /// the end of a line.
  private static func isAttributes(_ text: Bytes, at open: Int) -> Bool {
    guard let close = text.firstOffset(of: UInt8(ascii: "}"), from: open) else { return false }
    let inner = text[(open + 1)..<close]
    if inner.first == UInt8(ascii: ":") {
      if text.has("{::".utf8, at: open) { return true }
      let list = inner.dropFirst().drop { $0 == 0x20 }
      return list.first == UInt8(ascii: ".") || list.first == UInt8(ascii: "#") || list.contains(UInt8(ascii: "="))
        || list.elementsEqual("toc".utf8)
    }
    // Behind an image: `{width=50%}`.
    if open == 0, inner.first?.isASCIILetter == true, inner.contains(UInt8(ascii: "=")) { return true }
    let isName = inner.dropFirst().allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || "-_ .#".utf8.contains($0) }
    return (inner.first == UInt8(ascii: "#") || inner.first == UInt8(ascii: ".")) && inner.count > 1 && isName
      && text[(close + 1)...].allSatisfy(\.isASCIISpace)
  }
}

extension DiagnosticKind {
  static let foreignTag = DiagnosticKind(
    "foreign-tag", .warning,
    "The text has tags of another engine, such as `{% include … %}`, `{{< figure … >}}` or `{: .class}`. They are printed as they are; only the first of each file is named. `{#id}` behind the words of a heading is its address, and what stands between `{% highlight … %}` and `{% endhighlight %}` is code."
  )
}
