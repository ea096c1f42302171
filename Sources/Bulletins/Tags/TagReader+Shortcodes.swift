import Diagnostics
import Text

extension TagReader {
  /// Reads a shortcode for which the site has a template.
  ///
  /// - Returns: Its end, or that of its closing tag; `nil` where the site has no such template.
  mutating func readShortcode(_ tag: EngineTag) -> Int? {
    guard let includes, let surroundings, !tag.isClosing, isCall(tag),
      let shortcodes = surroundings.options.partials.shortcodes
    else { return nil }
    // A template that comes to be changes this text.
    let path = ShortcodeTemplates.path(of: tag.name)
    includes.note(path)
    guard shortcodes.paths[tag.name] == path else { return nil }
    let close = close(of: tag)
    var (inner, innerText): (Bytes?, String) = (nil, "")
    if let close {
      let part = tag.range.upperBound..<close.lowerBound
      innerText = Array(text[part]).string
      inner = html(of: part)
    }
    let range = tag.range.lowerBound..<(close?.upperBound ?? tag.range.upperBound)
    let call = ShortcodeTemplates.Call(
      name: tag.name, arguments: tag.arguments.map { ($0.name, $0.value) }, inner: inner, innerText: innerText,
      path: surroundings.path, page: surroundings.extra)
    switch shortcodes.render(call) {
    case .success(let html): put(.template(html), at: range)
    case .failure(let failure):
      let found = failure.diagnostic
      report(
        TagProblem(
          kind: .shortcodeFailed, message: "the template of `\(tag.name)` went wrong: \(found.message)",
          range: tag.range, help: found.help.first,
          notes: [found.location.map { .init("in the template", at: $0) } ?? .init("in \(found.path)")] + found.notes))
      put(.nothing, at: range)
    }
    return range.upperBound
  }

  /// Whether a tag may be a shortcode: a value is one where it is called.
  private func isCall(_ tag: EngineTag) -> Bool {
    guard !tag.name.isEmpty, tag.name.utf8.allSatisfy({ $0 != UInt8(ascii: ".") }) else { return false }
    return tag.form != .value || text[tag.range].contains(UInt8(ascii: "("))
  }

  /// The tag that ends what another one began.
  private func close(of tag: EngineTag) -> Range<Int>? {
    var depth = 0
    var at = tag.range.upperBound
    while let open = TagText.firstOpening(in: text, from: at) {
      at = open + 1
      guard let other = EngineTag(text, at: open), other.form == tag.form else { continue }
      at = other.range.upperBound
      let isEnd =
        tag.form == .shortcode
        ? other.isClosing && other.name == tag.name : other.name == "end" + tag.name || other.name == "end"
      if isEnd {
        if depth == 0 { return other.range }
        depth -= 1
      } else if other.name == tag.name, !other.isClosing, tag.form != .value {
        depth += 1
      }
    }
    return nil
  }

  /// A part of the text as HTML: one that stands on one line without a paragraph around it.
  private mutating func html(of part: Range<Int>) -> Bytes {
    let bytes = Array(text[part])
    let inner = TagText(bytes, in: surroundings).withBlocksAsMarkdown
    for file in inner.uses { includes?.note(file.path) }
    for problem in inner.problems { report(problem.moved(by: part.lowerBound)) }
    var options = surroundings?.options ?? ReadingOptions()
    options.markdown.sourcePositions = false
    let html = inner.swept(inner.document(options).html())
    return bytes.contains(0x0A) ? html : TagMeaning.inline(html) ?? html
  }
}
