import Text

/// Goes through the raw HTML of a document: what is harmless stays, the rest becomes the text that it is.
struct HTMLReview {
  /// Whether the text is HTML as a whole: an element that does not pass leaves what it holds behind, where in Markdown its
  /// tags are shown.
  let isWholeText: Bool
  /// Whether any HTML stayed, so that the document's HTML has to be written anew.
  var hasHTML = false
  /// What did not, but for what is no HTML at all.
  private(set) var refused = RefusedPlaces()
  /// The block in whose text the tag at hand stands.
  var block: MarkdownNode?
  /// The tags of this block that wait for their end, and their places among those that pass.
  var open: [(name: String, node: MarkdownNode, place: Int)] = []
  /// The elements in blocks of HTML that wait for theirs: those that browsers open anew in each paragraph, and others.
  var waiting = (formatting: 0, others: 0)

  /// The tags of the block at hand that pass.
  var passing: [MarkdownNode?] = []
  /// How many paragraphs of HTML in it wait for theirs.
  var openParagraphs = 0
  /// What is open behind all blocks before it.
  var nesting = HTMLNesting()

  /// How many pieces of raw HTML were looked at.
  private var place = 0
  /// Up to which of them no element with a name ends that shows no words.
  private var endless: [String: Int] = [:]

  init(ofWholeText isWholeText: Bool = false) { self.isWholeText = isWholeText }

  /// Reviews what stands below a node.
  mutating func review(_ root: MarkdownNode) {
    if !isWholeText { OpenPrograms.close(in: root) }
    var raw: [MarkdownNode] = []
    root.walk { node, _ in
      if node.kind == .htmlBlock || node.kind == .htmlInline { raw.append(node) }
    }
    for node in raw {
      place += 1
      if node.kind == .htmlInline, node.block != block {
        closeBlock()
        block = node.block
      }
      if node.isHTMLComment {
        node.remove()
      } else if node.kind == .htmlInline, node.literal.isEmpty {
        // It went with the element before it.
        continue
      } else if node.kind == .htmlBlock {
        review(block: node)
      } else {
        review(tag: node)
      }
    }
    closeBlock()
  }

  private mutating func review(block node: MarkdownNode) {
    var html = HTMLReview.withFrameEnds(node)
    closeBlock()
    if html.starts(with: "<?".utf8) || html.starts(with: "<!".utf8), !html.starts(with: "<!--".utf8) {
      return refuse(node, .instruction, at: 0..<2)
    }
    // Where a tag is text, a browser may understand others behind it that it did not before.
    for _ in 0..<HTMLReview.mostLooks {
      let tags = HTMLTags(of: html)
      var nesting = nesting
      guard tags.starts <= HTMLReview.mostTags, nesting.add(html) else { return refuse(node, .depth, at: 0..<1) }
      let elements = BlockElements(of: html, isWholeText: isWholeText)
      if let (refusal, tag) = elements.tooDeep { return refuse(node, refusal, at: tag) }
      // A piece of nothing but tags that no fragment can have.
      if elements.count == 0, tags.starts > 0 { return refuse(node, .element(tags.firstName), at: 0..<html.count) }
      guard let first = elements.refused.first else {
        if elements.passing == 0, let (refusal, tag) = elements.program { return refuse(node, refusal, at: tag) }
        guard wait(for: tags) else { return refuse(node, .depth, at: 0..<1) }
        for (loss, tag) in elements.losses { note(loss, of: node, at: tag, html) }
        self.nesting = nesting
        hasHTML = true
        return node.setLiteral(html.string)
      }
      let shown = TagsAsText(of: html, at: Set(elements.refused.map(\.tag.lowerBound)))
      if elements.passing == 0 {
        return refuse(node, said(first.refusal, of: html, at: first.tag, shown), at: first.tag)
      }
      for (refusal, tag) in elements.refused { note(said(refusal, of: html, at: tag, shown), of: node, at: tag, html) }
      html = shown.html
    }
    refuse(node, .depth, at: 0..<1)
  }

  /// Counts the elements of a block that wait for their end; `false` where more do than anybody means.
  private mutating func wait(for tags: HTMLTags) -> Bool {
    let now = (waiting.formatting + tags.formatting, waiting.others + tags.others)
    let most = HTMLReview.mostWaiting.formatting * (isWholeText ? 10 : 1)
    if now.0 > most || now.1 > HTMLReview.mostWaiting.others { return false }
    waiting = (max(0, now.0), max(0, now.1))
    return true
  }

  /// A block of HTML, in which frames are closed that the author took for closed.
  private static func withFrameEnds(_ node: MarkdownNode) -> Bytes {
    let html = Bytes(node.literal.utf8)
    guard FrameEnds.mayLack(in: html) else { return html }
    // Where an empty line stands between a frame and its end, that is in the next block.
    let isContinued = node.next.map { $0.kind == .htmlBlock && FrameEnds.begin(Bytes($0.literal.utf8)) } ?? false
    let whole = FrameEnds.added(to: html, atEnd: isContinued)
    if whole != html { node.setLiteral(whole.string) }
    return whole
  }

  private mutating func review(tag node: MarkdownNode) {
    let html = Bytes(node.literal.utf8)
    if html.starts(with: "<?".utf8) || html.starts(with: "<!".utf8) { return refuse(node, .instruction) }
    let name = HTMLTags(of: html).firstName
    // `{{<figure …>}}` is no element, but another engine's.
    if let before = node.previous, before.kind == .text,
      before.withLiteral({ $0.has("{{".utf8.span, at: $0.count - 2) })
    {
      return node.turnIntoText()
    }
    if html.starts(with: "</".utf8) { return review(endTag: node, name) }
    let tree = HTMLTree(html, in: .anywhere)
    guard let element = tree.root.children.first(where: { $0.kind == .element }) else {
      return refuse(node, .element(name))
    }
    if HarmlessHTML.isSilent(name), leaveOut(node, name) {
      return note(.silent(name), of: node, at: 0..<html.count, html)
    }
    if let refusal = HarmlessHTML.refusal(of: element) { return refuse(node, said(refusal, of: node)) }
    if let loss = HarmlessHTML.loss(of: element) { note(loss, of: node, at: 0..<html.count) }
    hasHTML = true
    if HTMLWriter.void.contains(name) { return }
    if HTMLReview.isClosedAlone(name) {
      if name == "p" { openParagraphs += 1 }
      return passing.append(node)
    }
    if html.suffix(2).elementsEqual("/>".utf8)
      || name == "a" && !element.attributes.contains(where: { $0.name == "href" })
    {
      if !isClosedBehind(node, name) { return node.setLiteral(node.literal + "</\(name)>") }
    }
    if open.count > HTMLReview.deepest { return refuse(node, .depth) }
    open.append((name, node, passing.count))
    passing.append(node)
  }

  /// Takes away an element that shows no words, with what stands in it; `false` where it does not end in its line.
  private mutating func leaveOut(_ node: MarkdownNode, _ name: String) -> Bool {
    var within = [node]
    if !HTMLReview.endsAlone.contains(name) {
      // Of those behind one that does not end, none ends before what stood in its way.
      if let last = endless[name], place <= last { return false }
      var pieces = 0
      var isClosed = false
      var next = node.next
      while !isClosed, let sibling = next, HTMLReview.mayLie(sibling, within: name) {
        if sibling.kind == .htmlInline { pieces += 1 }
        if sibling.kind != .softBreak { within.append(sibling) }
        isClosed = sibling.kind == .htmlInline && sibling.literal.lowercased().hasPrefix("</\(name)")
        next = sibling.next
      }
      guard isClosed else {
        endless[name] = place + pieces
        return false
      }
    }
    for node in within { node.setLiteral("") }
    hasHTML = true
    return true
  }

  private static func mayLie(_ sibling: MarkdownNode, within name: String) -> Bool {
    // Whoever types a program may mean it to be seen.
    if name == "script", sibling.kind == .text { return sibling.literal.allSatisfy(\.isWhitespace) }
    return [.text, .htmlInline, .softBreak].contains(sibling.kind)
  }

  /// What is said of a tag that HTML has no element for: nothing, unless it is surely one of another program's.
  private func said(_ refusal: HarmlessHTML.Refusal, of node: MarkdownNode) -> HarmlessHTML.Refusal {
    guard refusal == .noElement else { return refusal }
    let end = node.next?.next.flatMap { $0.kind == .htmlInline ? $0.literal : nil }
    return TagsAsText.component(Bytes(node.literal.utf8)) { end == "</\($0)>" }.map { .element($0) } ?? refusal
  }

  /// The same of a tag in a block.
  private func said(
    _ refusal: HarmlessHTML.Refusal, of html: Bytes, at tag: Range<Int>, _ shown: TagsAsText
  ) -> HarmlessHTML.Refusal {
    guard refusal == .noElement else { return refusal }
    let tag = Array(html[tag.clamped(to: 0..<html.count)])
    return TagsAsText.component(tag) { shown.ended.contains($0.lowercased()) }.map { .element($0) } ?? refusal
  }

  private static let endsAlone: Set<String> = ["base", "link", "meta"]

  /// Whether the next piece of HTML beside a tag closes it.
  private func isClosedBehind(_ node: MarkdownNode, _ name: String) -> Bool {
    if node.literal.hasSuffix("/>") { return false }
    var next = node.next
    while let sibling = next {
      if sibling.kind == .htmlInline { return sibling.literal.lowercased().hasPrefix("</\(name)") }
      next = sibling.next
    }
    return false
  }

  /// Tags that are open at the end of their block would change all that follows.
  mutating func closeBlock() {
    for (name, node, place) in open {
      passing[place] = nil
      refuse(node, .unclosed(name))
    }
    open = []
    // Elements whose end tag may be left out wait for none.
    for case let node? in passing where !nesting.add(Bytes(node.literal.utf8)) { refuse(node, .depth) }
    passing = []
    openParagraphs = 0
  }

  private mutating func refuse(_ node: MarkdownNode, _ refusal: HarmlessHTML.Refusal, at tag: Range<Int>? = nil) {
    note(refusal, of: node, at: tag ?? 0..<node.literal.utf8.count)
    node.turnIntoText()
  }

  private mutating func note(
    _ refusal: HarmlessHTML.Refusal, of node: MarkdownNode, at tag: Range<Int>, _ written: Bytes? = nil
  ) {
    refused.note(refusal, at: tag, in: written ?? Bytes(node.literal.utf8), from: node.lines.lowerBound)
  }

  /// Elements that need no end tag, or may stand on both sides of a block's end.
  static func isClosedAlone(_ name: String) -> Bool {
    HTMLWriter.void.contains(name) || optionalEnd.contains(name)
  }

  private static let optionalEnd: Set<String> = [
    "p", "li", "dd", "dt", "td", "th", "tr", "rp", "rt", "tbody", "thead", "tfoot", "colgroup", "caption",
  ]
  private static let mostTags = 10_000
  private static let mostLooks = 4
  private static let deepest = 100
  private static let mostWaiting = (formatting: 3, others: 100)
}
