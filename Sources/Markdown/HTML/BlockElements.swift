import Text

/// What a browser would understand of a block of HTML, told apart by what becomes of it.
struct BlockElements {
  /// What is said of an element, and where its tag stands.
  typealias Finding = (refusal: HarmlessHTML.Refusal, tag: Range<Int>)

  /// How many elements there are, and how many of them pass.
  private(set) var count = 0, passing = 0
  /// Those whose tags are shown as text, each before those in it.
  private(set) var refused: [Finding] = []
  /// What is not published of the others.
  private(set) var losses: [Finding] = []
  /// The first program that stands in the text: alone in its block, it may be meant to be seen.
  private(set) var program: Finding?
  /// The first that stands deeper in others than anybody means.
  private(set) var tooDeep: Finding?

  /// Whether the text is HTML as a whole.
  private let isWholeText: Bool

  init(of html: Bytes, isWholeText: Bool) {
    self.isWholeText = isWholeText
    let tree = HTMLTree(html, in: .anywhere)
    look(tree.root, depth: 0)
  }

  private mutating func look(_ node: HTMLNode, depth: Int) {
    for child in node.children where child.kind == .element && tooDeep == nil {
      count += 1
      // A table's body is there, too, where nobody wrote it.
      let tag = child.tag ?? 0..<0
      if depth > BlockElements.deepest {
        tooDeep = (.depth, tag)
      } else if HarmlessHTML.isSilent(child.name) {
        look(silent: child, tag)
      } else if let refusal = HarmlessHTML.refusal(of: child) {
        if !isWholeText {
          refused.append((refusal, tag))
        } else if refusal != .noElement {
          losses.append((.wordsOnly(child.name), tag))
        }
        look(child, depth: depth + 1)
      } else if child.name == "iframe", !child.hasEndTag {
        refused.append((.unclosed("iframe"), tag))
      } else {
        passing += 1
        if let loss = HarmlessHTML.loss(of: child) { losses.append((loss, tag)) }
        look(child, depth: depth + 1)
      }
    }
  }

  private mutating func look(silent element: HTMLNode, _ tag: Range<Int>) {
    let name = element.name
    // Without its end, it takes what stands behind it in the page.
    if !isWholeText, BlockElements.ofText.contains(name), !element.hasEndTag {
      refused.append((.unclosed(name), tag))
      return
    }
    losses.append((.silent(name), tag))
    guard !isWholeText, name == "script", program == nil else { return }
    if element.children.contains(where: { $0.withText { !$0.isEmpty } }) { program = (.element(name), tag) }
  }

  private static let ofText: Set<String> = ["script", "style"]
  private static let deepest = 100
}
