import Text

/// How deep the elements of a document's HTML can stand inside each other, told from their tags alone: never less deep than
/// a browser has them, which lets an end tag pass where something else stands in its way.
///
/// Elements whose end tag may be left out, `<li>` or `<rt>`, close each other only in the places that are theirs. What
/// walks through the tree level by level needs a bound that no order of tags gets around.
struct HTMLNesting {
  /// So many levels that nobody means them.
  static let deepest = 500

  /// The elements that may be open, from the outermost.
  private var open: [String] = []
  /// Whether an element of HTML stood in a drawing or a formula, which may have ended it.
  private var mayHaveLeftDrawing = false

  /// Adds the tags of the next piece; whether all of them stand within the bound. Those of a piece that goes beyond it
  /// are not kept.
  mutating func add(_ html: Bytes) -> Bool {
    var reader = HTMLTagReader(html)
    var whole = self
    while let tag = reader.next() {
      whole.add(tag)
      if whole.open.count > HTMLNesting.deepest { return false }
    }
    self = whole
    return true
  }

  /// Whether an element with a name may be open.
  func isOpen(_ name: String) -> Bool { open.contains(name) }

  /// Whether elements with a name hold paragraphs, and stand in none.
  static func isBlock(_ name: String) -> Bool { blocks.contains(name) || name == "table" }

  private mutating func add(_ tag: HTMLTagReader.Tag) {
    let name = tag.name
    if HTMLWriter.void.contains(name) || HTMLNesting.alone.contains(name) { return }
    let drawing = open.lastIndex { $0 == "svg" || $0 == "math" }
    if tag.isInText, tag.isEnd || drawing == nil { return }
    if tag.isEnd { return end(name) }
    if drawing != nil {
      if HarmlessHTML.allows(name) { mayHaveLeftDrawing = true }
      if tag.endsAlone, !mayHaveLeftDrawing { return }
    }
    closeByImplication(before: name)
    open.append(name)
  }

  /// What an element closes whose own end tag may be left out.
  private mutating func closeByImplication(before name: String) {
    switch name {
    case "td", "th": closeCell(of: ["td", "th"])
    case "tr": closeCell(of: ["tr"])
    case "tbody", "thead", "tfoot": closeCell(of: ["tbody", "thead", "tfoot"])
    case "rt", "rp":
      // They close each other in a `ruby` alone.
      guard let last = open.last, last == "rt" || last == "rp", open.dropLast().last == "ruby" else { return }
      open.removeLast()
    default:
      guard let last = open.last, HTMLNesting.closing[name]?.contains(last) ?? false else { return }
      open.removeLast()
    }
  }

  /// Closes a part of the innermost table, with all that stands in it.
  private mutating func closeCell(of names: Set<String>) {
    guard let table = open.lastIndex(of: "table"), let first = open[table...].firstIndex(where: names.contains) else {
      return
    }
    open.removeSubrange(first...)
  }

  private mutating func end(_ name: String) {
    guard let place = open.lastIndex(of: name) else { return }
    let above = open[(place + 1)...]
    let isClosed =
      if name == "table" {
        true
      } else if HTMLNesting.ofTables.contains(name) {
        !above.contains("table")
      } else if HTMLNesting.blocks.contains(name) {
        !above.contains { HTMLNesting.walls.contains($0) || name == "li" && ($0 == "ul" || $0 == "ol") }
      } else {
        !above.contains { HTMLNesting.blocks.contains($0) || HTMLNesting.walls.contains($0) }
      }
    if isClosed { open.removeSubrange(place...) }
  }

  private static let closing: [String: Set<String>] = [
    "p": ["p"], "li": ["li"], "dd": ["dd", "dt"], "dt": ["dd", "dt"], "option": ["option"],
    "optgroup": ["option", "optgroup"],
  ]
  /// Elements that hold nothing, beside those that pass, and those that only a page as a whole has.
  private static let alone: Set<String> = [
    "area", "base", "basefont", "bgsound", "body", "embed", "frame", "head", "html", "keygen", "link", "meta", "param",
    "track",
  ]
  private static let ofTables: Set<String> = [
    "caption", "colgroup", "tbody", "td", "tfoot", "th", "thead", "tr",
  ]
  /// Elements whose end tag closes all that is open in them; that of another element passes in front of them.
  private static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "li",
    "listing", "main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary", "ul",
  ]
  /// Elements that no end tag of what stands around them closes.
  private static let walls = Set([
    "applet", "button", "foreignobject", "marquee", "math", "object", "select", "svg", "table", "template",
  ]).union(ofTables)
}
