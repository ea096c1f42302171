import TestSupport
import Testing
import Text

@testable import Bulletins

@Suite("Files as other engines write them")
struct ForeignFilesTests {
  @Test("of Markdown with components, imports, exports and comments in braces are no text; code keeps them")
  func mdx() {
    let text = """
      import Tide from './tide';
      import {
        Ebb,
      } from './ebb';

      Text. {/* never
      seen */} More.

      export const height = 3;

      ```js
      import Tide from './tide';
      ```
      """
    let blanked = MDXText.asMarkdown(Bytes(text.utf8))
    #expect(blanked.count == text.utf8.count)
    let words = blanked.string.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words == "Text. More. ```js import Tide from './tide'; ```")
  }

  @Test("Pelican's addresses are paths beside the text, or below the folder of issues")
  func pelican() {
    let body = "[a]({filename}../tides.md) ![b]({static}/images/pier.png) [c](|filename|ebb.md) [d]({attach}net.pdf)"
    let links = read(issue(body: body), path: "Content/bulletins/2019/1.md").issue?.lead.text.links ?? []
    let paths = links.map { $0.source ?? $0.attachment?.path ?? "" }
    #expect(
      paths == [
        "Content/bulletins/tides.md", "Content/bulletins/images/pier.png", "Content/bulletins/2019/ebb.md",
        "Content/bulletins/2019/net.pdf",
      ])
  }
}
