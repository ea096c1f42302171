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
    guard shortcodes.paths[tag.name] == path, surroundings.depth < TagReader.deepest else { return nil }
    let close = ends.end(of: tag)
    var (inner, innerText): (Bytes?, String) = (nil, "")
    if let close {
      let part = tag.range.upperBound..<close.lowerBound
      innerText = Array(text[part]).string
      inner = html(of: part, in: surroundings)
    }
    let range = tag.range.lowerBound..<(close?.upperBound ?? tag.range.upperBound)
    let call = ShortcodeTemplates.Call(
      name: tag.name, arguments: tag.arguments.map { ($0.name, $0.value) }, inner: inner, innerText: innerText,
      path: surroundings.path, page: surroundings.page)
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

  /// Whether WordPress marked a picture and the words below it in a text.
  static func hasCaptions(_ text: Bytes) -> Bool { CaptionMark.mayBe(in: text) }

  /// Takes away the marks of captions, whose pictures and words are Markdown. Words of an attribute come behind the
  /// picture.
  mutating func readCaptions() {
    for (range, words) in CaptionMark.all(in: text).prefix(EngineTagBounds.most) {
      put(words.isEmpty ? .nothing : .markup([.text(" ")] + TagMeaning.pieces(ofPassage: words)), at: range)
    }
    order()
  }

  /// Writes blanks in addresses of mail as these have them.
  mutating func readMail() {
    let taken = meanings
    for (range, address) in MailSubject.all(in: text) where !taken.contains(where: { $0.range.overlaps(range) }) {
      put(.text(address), at: range)
    }
    order()
  }

  /// Whether a tag may be a shortcode: a value is one where it is called.
  private func isCall(_ tag: EngineTag) -> Bool {
    guard !tag.name.isEmpty, tag.name.utf8.allSatisfy({ $0 != UInt8(ascii: ".") }) else { return false }
    return tag.form != .value || text[tag.range].contains(UInt8(ascii: "("))
  }

  /// In how many others a shortcode may stand; deeper, it stays as it was typed.
  private static let deepest = 8

  /// A part of the text as HTML: one that stands on one line without a paragraph around it.
  private mutating func html(of part: Range<Int>, in surroundings: TagSurroundings) -> Bytes {
    let bytes = Array(text[part])
    let inner = TagText(bytes, in: surroundings.deeper).withBlocksAsMarkdown(surroundings.options.extensions)
    for file in inner.uses { includes?.note(file.path) }
    for problem in inner.problems { report(problem.moved(by: part.lowerBound)) }
    guard let html = inner.html(surroundings.options) else {
      report(.tooMuch("the text of a shortcode", at: part))
      return []
    }
    return bytes.contains(0x0A) ? html : TagMeaning.inline(html) ?? html
  }
}
