import Markdown
import Text

extension BodyReader {
  /// Writes the list of the sections where a text asks for one.
  mutating func writeContents(of text: TagText, in root: MarkdownNode) {
    guard options.extensions.contains(.contents), TableOfContents.mayBe(in: text.markdown) else { return }
    writeContents(at: TableOfContents.places(in: root), text.attributes)
  }

  /// Writes the list of the sections in the place of blocks.
  mutating func writeContents(at places: [MarkdownNode], _ attributes: [BlockAttributes]) {
    if places.isEmpty { return }
    let html = TableOfContents.html(listed(attributes))
    for place in places {
      contentsCount += 1
      // A page would be as large as the square of its text.
      if contentsCount > TableOfContents.most {
        let line = source.location(ofLine: place.lines.lowerBound)
        return diagnostics.append(TooMuchMarkup.finding("so many lists of the same headings", at: line))
      }
      place.replace(withHTML: html)
    }
  }

  /// The sections that a list of contents names.
  private func listed(_ attributes: [BlockAttributes]) -> [TextOutline.Section] {
    let hidden = Set(attributes.lazy.filter(\.list.hidesFromContents).map(\.line))
    if hidden.isEmpty { return sections }
    return zip(sections, sectionLines).filter { !hidden.contains($1) }.map(\.0)
  }
}
