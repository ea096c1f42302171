import Coding
import Markdown
import Text

/// `[TOC]`: a paragraph in whose place the headings of the text stand, as links.
enum TableOfContents {
  private static let marks: Set<String> = ["[TOC]", "[toc]", "[[toc]]", "[[TOC]]", "[[_TOC_]]"]

  /// Whether a text may have one.
  static func mayBe(in text: Bytes) -> Bool {
    text.firstOffset(of: Bytes("[TOC]".utf8)) != nil || text.firstOffset(of: Bytes("[toc]".utf8)) != nil
      || text.firstOffset(of: Bytes("[[_TOC_]]".utf8)) != nil
  }

  /// How many a text may have.
  static let most = 10

  /// The paragraphs in whose place they stand.
  static func places(in root: MarkdownNode) -> [MarkdownNode] {
    root.children.filter { $0.kind == .paragraph && marks.contains($0.text) }
  }

  /// A list of lists: each heading holds those below it.
  static func html(_ sections: [TextOutline.Section]) -> Bytes {
    var html = Bytes("<nav class=\"contents\">\n".utf8)
    var open: [Int] = []
    for section in sections where !section.isRunIn {
      while let last = open.last, last > section.level {
        html.append(contentsOf: "</li>\n</ul>\n".utf8)
        open.removeLast()
      }
      if open.last == section.level {
        html.append(contentsOf: "</li>\n".utf8)
      } else {
        html.append(contentsOf: "<ul>\n".utf8)
        open.append(section.level)
      }
      html.append(contentsOf: "<li><a href=\"#".utf8)
      html.append(escaping: section.id.utf8)
      html.append(contentsOf: "\">".utf8)
      html.append(escaping: section.text.utf8)
      html.append(contentsOf: "</a>".utf8)
    }
    for _ in open { html.append(contentsOf: "</li>\n</ul>\n".utf8) }
    html.append(contentsOf: "</nav>\n".utf8)
    return html
  }
}
