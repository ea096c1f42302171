import Diagnostics
import Text

/// Tags of other engines, which do nothing here and are printed.
enum ForeignTag {
  /// Where the tags of a text stand that readers see.
  ///
  /// - Parameter markdown: The source in which marks stand for the tags that are understood.
  static func find(in text: VisibleText, _ markdown: Bytes) -> [Int] {
    var places: [Int] = []
    for piece in text.pieces {
      if piece.beginsLine, blockName(in: piece.text, at: 0) != nil, !text.isCode(piece.line),
        let place = text.place(of: blockMark, in: piece, at: 0)
      {
        places.append(place.lowerBound)
      }
      var at = 0
      while let open = piece.text.firstOffset(of: UInt8(ascii: "{"), from: at) {
        at = open + 1
        guard let length = length(of: piece.text, at: open), !text.isCode(piece.line),
          let place = text.place(of: Array(piece.text[open..<open + length]), in: piece, at: open),
          !isRaw(text.source.bytes, at: place.lowerBound)
        else { continue }
        places.append(place.lowerBound)
        // The rest of a tag is no other one: `{% include a.html style="{{ b }}" %}`.
        if let tag = EngineTag(piece.text, at: open) { at = tag.range.upperBound }
      }
    }
    return places + findInHTML(text, markdown)
  }

  private static func findInHTML(_ text: VisibleText, _ markdown: Bytes) -> [Int] {
    var places: [Int] = []
    lazy var enclosures = TagEnds(in: text.source.bytes, passing: TagReader.passed) {
      Enclosure.begins(with: $0, alerts: true)
    }
    for lines in text.htmlLines {
      let block =
        text.source.range(ofLine: lines.lowerBound).lowerBound..<text.source.range(ofLine: lines.upperBound).upperBound
      var at = block.lowerBound
      while let open = text.source.bytes.firstOffset(of: UInt8(ascii: "{"), from: at), open < block.upperBound {
        at = open + 1
        guard markdown[open] == UInt8(ascii: "{"), let tag = EngineTag(text.source.bytes, at: open),
          KnownTag.meaning(of: tag) == nil,
          !isRaw(text.source.bytes, at: open), !enclosures.has(tag), !isStyle(text.source.bytes, at: open)
        else { continue }
        places.append(open)
        at = tag.range.upperBound
      }
    }
    return places
  }

  /// Whether it is the style of an element as React has it, `style={{width: 20}}`: no tag, but another form of what is said
  /// of styles.
  private static func isStyle(_ bytes: Bytes, at open: Int) -> Bool {
    bytes[..<open].suffix(6).elementsEqual("style=".utf8)
  }

  /// Whether a place lies between `{% raw %}` and `{% endraw %}`, where tags are meant to be seen.
  private static func isRaw(_ source: Bytes, at place: Int) -> Bool {
    guard source.firstOffset(of: Bytes("raw %}".utf8)) != nil else { return false }
    let before = source[..<place].split(separator: UInt8(ascii: "{")).last { tag in
      tag.starts(with: "% raw %}".utf8) || tag.starts(with: "% endraw %}".utf8)
    }
    return before?.starts(with: "% raw".utf8) ?? false
  }

  /// What is said of tags: once of each, as whoever moves an archive has many.
  ///
  /// - Parameter places: Where they stand, or the addresses that have them.
  static func findings(of places: [Int], in source: SourceFile) -> [Diagnostic] {
    var known: Set<String> = []
    return places.sorted().compactMap { place in
      if let block = blockName(in: source.bytes, at: place) {
        guard known.insert(block).inserted else { return nil }
        return Diagnostic(
          .foreignTag, "the block `:::\(block)` does nothing here, and its mark is published as it is",
          at: source.location(place..<place + blockMark.count),
          help: "write `> [!NOTE]` and a `>` before each of its lines, or take its marks away")
      }
      let open = source.bytes.firstOffset(of: UInt8(ascii: "{"), from: place) ?? place
      let (name, length) = name(in: source.bytes, at: open)
      guard known.insert(name).inserted else { return nil }
      return Diagnostic(
        .foreignTag, "\(name) does nothing here, and is published as it is",
        at: source.location(open == place ? place..<place + length : place..<open + length),
        help: name == "the tag `include`"
          ? "put the file that it names into Content/_includes, or remove it"
          : "write what it stands for as Markdown, or remove it")
    }
  }

  private static let blockMark = Bytes(":::".utf8)

  /// Whether HTML has the signs of such a block.
  static func mayBeBlock(in html: Bytes) -> Bool { html.firstOffset(of: blockMark) != nil }

  /// The name of a block of Docusaurus, VuePress or Pandoc that begins at a place: `:::caution`, `::: tip Ebb`; `nil` where
  /// none does.
  private static func blockName(in text: Bytes, at place: Int) -> String? {
    guard text.has(blockMark, at: place) else { return nil }
    let name = text[(place + blockMark.count)...].drop { $0 == 0x20 || $0 == UInt8(ascii: ":") }.prefix {
      $0.isASCIILetter || $0 == UInt8(ascii: "-")
    }
    return name.isEmpty ? nil : Array(name).string
  }

  /// What a tag is called, and how many bytes show it.
  private static func name(in text: Bytes, at open: Int) -> (name: String, length: Int) {
    let tag = EngineTag(text, at: open)
    let name = tag.map { $0.name.isEmpty ? "" : " `\($0.name)`" } ?? ""
    if text.has("{{<".utf8, at: open) || text.has("{{%".utf8, at: open) { return ("the shortcode" + name, 3) }
    if text.has("{%".utf8, at: open) { return ("the tag" + name, 2) }
    if text.has("{{".utf8, at: open) { return ("a value of another template", 2) }
    return ("a list of attributes", 2)
  }

  /// How many bytes of a text show that a tag begins there; `nil` where none does.
  private static func length(of text: Bytes, at open: Int) -> Int? {
    if text.has("{{<".utf8, at: open) || text.has("{{%".utf8, at: open) { return 3 }
    if text.has("{%".utf8, at: open) { return 2 }
    // Behind the brackets may stand what looked like an element of HTML.
    if text.has("{{".utf8, at: open), open + 2 == text.count || text.firstOffset(of: closing, from: open) != nil {
      return 2
    }
    return isAttributes(text, at: open) ? 2 : nil
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
    "The text has tags of another engine, such as `{% include … %}`, `{{< figure … >}}` or `{: .class}`. They are printed as they are; the first of each name in a file is named. Those that are understood are listed under [Tags of other engines](archives.md#tags-of-other-engines)."
  )
}
