import Text

extension TagReader {
  /// What a tag takes in from another file; `nil` for one that is of another kind, or whose file has no name.
  mutating func included(by tag: EngineTag) -> TagMeaning? {
    guard !tag.isClosing, let (place, words) = TagReader.place(of: tag, in: text) else { return nil }
    return included(words, place, by: tag)
  }

  /// What stands in a file that a tag names.
  mutating func included(
    _ words: some Sequence<UInt8>, _ place: IncludeReader.Place, by tag: EngineTag
  ) -> TagMeaning? {
    guard let includes, let surroundings else { return nil }
    let outcome = includes.outcome(of: Bytes(words)[...], in: place, variables)
    if let path = includes.takeLoop() { report(TagReader.loop(of: path, at: tag.range)) }
    switch outcome {
    case .text(let text, let unknown, let components):
      for name in components { report(.component(name, at: tag.range)) }
      if let unknown {
        report(
          TagProblem(
            kind: .unreadInclude, message: "the included file asks for \(unknown), which is not known here",
            range: tag.range, help: "write what it stands for into the file"))
      }
      return meaning(of: IncludedText(text), at: tag.range, surroundings.options)
    // It stays as it was typed, like other tags that nobody understands.
    case .unnamed, .missing: return nil
    case .outside(let file):
      report(
        TagProblem(
          kind: .includeOutside, message: "\(file) lies outside of the folder, and is not included", range: tag.range,
          help: "copy it into Content/_includes"))
    case .loop(let path): report(TagReader.loop(of: path, at: tag.range))
    }
    return .nothing
  }

  /// What is taken in, or made by tags, as a part of the text.
  mutating func meaning(
    of included: IncludedText, at range: Range<Int>, _ options: ReadingOptions
  ) -> TagMeaning {
    define(included.definitions)
    guard included.isPrinted else { return .nothing }
    guard let html = included.html(options) else {
      report(.tooMuch("the included file", at: range))
      return .nothing
    }
    return html.isEmpty ? .nothing : .included(html)
  }

  private static func loop(of path: String, at range: Range<Int>) -> TagProblem {
    TagProblem(kind: .includeLoop, message: "\(path) includes itself", range: range, help: "take one of the tags out")
  }

  /// Where the file of a tag is looked for, and what the tag says of it.
  private static func place(of tag: EngineTag, in text: Bytes) -> (IncludeReader.Place, ArraySlice<UInt8>)? {
    switch (tag.form, tag.name) {
    case (.statement, "include"), (.statement, "include_cached"): return (.includes, words(of: tag, in: text))
    case (.statement, "include_relative"): return (.beside, words(of: tag, in: text))
    // Of Hugo's themes.
    case (.shortcode, "include"), (.shortcode, "readfile"), (.shortcode, "readFile"), (.shortcode, "md"):
      guard let file = tag["file", "path", "src"] ?? tag.positional(0) else { return nil }
      return (.anywhere, Bytes(file.utf8)[...])
    default: return nil
    }
  }

  /// What stands behind the name of a tag.
  static func words(of tag: EngineTag, in text: Bytes) -> ArraySlice<UInt8> {
    var inner = text[tag.range].dropFirst(2).dropLast(2)
    if inner.first == UInt8(ascii: "-") { inner = inner.dropFirst() }
    if inner.last == UInt8(ascii: "-") { inner = inner.dropLast() }
    return inner.drop(while: \.isASCIISpace).dropFirst(tag.name.utf8.count)
  }
}
