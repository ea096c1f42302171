import Text

/// A tag of another engine in a text: `{{< figure src="crane.png" >}}` of Hugo, `{% link _posts/crane.md %}` of Jekyll,
/// `{{ video(id="7") }}` of Zola, a value such as `{{ site.url }}`.
struct EngineTag {
  /// How a tag is marked.
  enum Form {
    /// `{{< … >}}` and `{{% … %}}`.
    case shortcode
    /// `{% … %}`.
    case statement
    /// `{{ … }}`.
    case value
    /// `<Support />` in MDX.
    case component
  }

  /// What stands behind the name.
  struct Argument: Equatable {
    /// What it is called; `nil` where its place tells.
    let name: String?
    let value: String
  }

  let form: Form
  /// Where it stands.
  let range: Range<Int>
  /// The first word; nothing for a value that is a text.
  let name: String
  /// Whether it ends what another one began: `{{< /quote >}}`.
  let isClosing: Bool
  /// Whether it is only shown, and does nothing: `{{</* figure */>}}`.
  let isQuoted: Bool
  let arguments: [Argument]

  /// The argument of a name.
  subscript(_ names: String...) -> String? {
    arguments.first { argument in argument.name.map { names.contains($0) } ?? false }?.value
  }

  /// The argument at a place among those without a name.
  func positional(_ place: Int) -> String? {
    let values = arguments.lazy.filter { $0.name == nil }
    return values.dropFirst(place).first?.value
  }

  /// A tag from its parts.
  init(_ form: Form, _ range: Range<Int>, named name: String, isClosing: Bool, _ arguments: [Argument]) {
    self.form = form
    self.range = range
    self.name = name
    self.isClosing = isClosing
    self.arguments = arguments
    isQuoted = false
  }

  /// The tag that opens at a byte; `nil` where none does, or it is never closed.
  init?(_ text: Bytes, at open: Int) {
    guard let (form, opening, closing) = EngineTag.delimiters(text, at: open) else { return nil }
    let start = open + opening
    guard let end = EngineTag.end(of: text, from: start, closing) else { return nil }
    var inner = text[start..<end]
    let isQuoted = form == .shortcode && inner.starts(with: "/*".utf8) && inner.reversed().starts(with: "/*".utf8)
    if isQuoted { inner = inner.dropFirst(2).dropLast(2) }
    if form != .shortcode {
      if inner.first == UInt8(ascii: "-") { inner.removeFirst() }
      if inner.last == UInt8(ascii: "-") { inner.removeLast() }
    }
    var words = TagWords(inner)
    let isClosing = form == .shortcode && words.skip("/")
    self.form = form
    self.range = open..<end + closing.count
    self.isClosing = isClosing
    self.isQuoted = isQuoted
    name = words.name()
    arguments = words.arguments()
  }

  /// Where `{{` or `{%` stands next.
  static func firstOpening(in text: Bytes, from start: Int) -> Int? {
    var at = start
    while let found = text.firstOffset(of: UInt8(ascii: "{"), from: at) {
      guard found + 1 < text.count else { return nil }
      let next = text[found + 1]
      if next == UInt8(ascii: "{") || next == UInt8(ascii: "%") { return found }
      at = found + 1
    }
    return nil
  }

  private static func delimiters(_ text: Bytes, at open: Int) -> (Form, opening: Int, closing: Bytes)? {
    guard open + 3 < text.count, text[open] == UInt8(ascii: "{") else { return nil }
    switch (text[open + 1], text[open + 2]) {
    case (UInt8(ascii: "%"), _): return (.statement, 2, Bytes("%}".utf8))
    case (UInt8(ascii: "{"), UInt8(ascii: "<")): return (.shortcode, 3, Bytes(">}}".utf8))
    case (UInt8(ascii: "{"), UInt8(ascii: "%")): return (.shortcode, 3, Bytes("%}}".utf8))
    case (UInt8(ascii: "{"), _): return (.value, 2, Bytes("}}".utf8))
    default: return nil
    }
  }

  /// Where the closing marks stand, outside of quotation marks.
  private static func end(of text: Bytes, from start: Int, _ closing: Bytes) -> Int? {
    var quote: UInt8?
    for at in start..<min(text.count, start + longest) {
      let byte = text[at]
      if let open = quote {
        if byte == open, text[at - 1] != UInt8(ascii: "\\") { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "`") {
        quote = byte
      } else if text.has(closing, at: at) {
        return at
      }
    }
    // A mark that nobody closed is a mistake in the tag, and no reason to miss its end.
    guard quote != nil, let end = text.firstOffset(of: closing, from: start), end < start + longest else { return nil }
    return end
  }

  /// No tag is longer, in bytes.
  private static let longest = 16 << 10
}
