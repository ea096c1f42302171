import Diagnostics
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
    let blanked = MDXText(Bytes(text.utf8)).markdown
    #expect(blanked.count == text.utf8.count)
    let words = blanked.string.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words == "Text. More. ```js import Tide from './tide'; ```")
  }

  @Test("a comment of nothing but keys is what the file says of itself; any other comment is none")
  func keysInComment() {
    let reading = read(
      "<!--\n.. title: The ebb\n.. date: 2024-05-07 12:00:00 UTC\n.. tags: ice, nets\n\n.. category:\n-->\n\nText.\n")
    #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics.map(\.printed))")
    #expect(reading.issue?.title == "The ebb" && reading.issue?.date.description == "2024-05-07")
    #expect(reading.issue?.tags == ["ice", "nets"] && reading.texts.first?.string == "<p>Text.</p>\n")
    for other in ["<!--\ntitle: a\n-->\n", "<!-- .. title: a -->\n", "<!--\n.. title: a\nno key\n-->\n", "<!--\n"] {
      #expect(read(other + "\nText.\n").issue == nil)
    }
  }

  @Test("of components, what stands in them is published, and one that shows a text is that text")
  func components() throws {
    let text = """
      ---
      title: Nets
      number: 1
      date: 2024-05-07
      ---
      import Thanks from "../_thanks.mdx";
      import Chart from './chart';

      <Thanks />

      <Tabs>

      Inside `<Chart />`.

      </Tabs>

      <Chart data={[1, 2]} title="a > b" />

      ```html
      <Chart />
      ```

      <img src={require('./pier.png').default} style={{width: 20}} alt="Pier" />

      """
    let partials = Partials(paths: ["Content/bulletins/_thanks.mdx"]) { _ in
      Bytes("Thanks to *all*.\n\n<Button />\n".utf8)
    }
    var options = ReadingOptions()
    options.partials = partials
    let file = SourceFile(path: "Content/bulletins/a/index.mdx", bytes: Bytes(text.utf8))
    var reading = Issue.read(file, options: options)
    let html = try #require(reading.takeTexts().first).string
    #expect(html.contains("<p>Thanks to <em>all</em>.</p>"))
    #expect(html.contains("Inside <code>&lt;Chart /&gt;</code>."))
    #expect(!html.contains("Tabs") && !html.contains("Button") && !html.contains("[1, 2]"))
    #expect(html.contains("&lt;Chart /&gt;\n</code>"))
    #expect(html.contains("<img src=\"pier.png\" alt=\"Pier\""))
    #expect(
      reading.diagnostics.map(\.message) == [
        "the component `Button` does nothing here, and is left out",
        "the component `Tabs` does nothing here, and is left out",
        "the component `Chart` does nothing here, and is left out",
      ])
  }

  @Test(
    "of Markdown with components, what is shown as code and what is a sentence stay",
    arguments: [
      "The price of\nimport duties rose in May.", "import duties rose in May.", "export of ice fell.",
      "import duties from \"Norway\" rose, and import of ice from 'Iceland', too.",
      "export default rates rose.", "Text.\nexport const a = 3;", "Say `{/* note */}` and `style={{a}}` to it.",
      "```js\n{/* never */}\n```", "``{require('a.png')}`` shows it.", "{/* never closed", "{require(a)}",
    ])
  func mdxSentences(text: String) {
    #expect(MDXText(Bytes(text.utf8)).markdown.string == text)
  }

  @Test(
    "of Markdown with components, statements of each shape go, and what stands below them stays",
    arguments: [
      "import './a.css';", "import A from './a'\nimport B, { C } from \"./b\";", "import * as a from './a';",
      "import {\n  A,\n  B\n} from './a';", "export default Layout;", "export default function (a) {\n\n  return a\n}",
      "export const a =\n  3", "export const a = [\n  {b: \"it's ]\"}, // don't (\n]", "export { a } from './a'",
      "export const B = () => <p />", "export * from './a'", "import A from './a';\n\nexport type T = { a: string };",
    ])
  func mdxStatements(text: String) {
    let words = MDXText(Bytes((text + "\n\nText (a).\n").utf8)).markdown.string
    #expect(words.split(whereSeparator: \.isWhitespace).joined(separator: " ") == "Text (a).")
    let below = MDXText(Bytes(("---\n---\n\n" + text + "\nText.\n").utf8)).markdown.string
    #expect(below.contains("Text."))
  }

  @Test(
    "say their day where another program keeps it, which is their date where nothing else is",
    arguments: [
      ("pubDate: 2024-05-07", "a.md", "2024-05-07"), ("published_at: 2024-05-07T10:00:00Z", "a.md", "2024-05-07"),
      ("created_time: '2024-05-07T06:59:00.000Z'", "a.md", "2024-05-07"),
      ("path: 2024/05/07/Tide-1.87.0", "a.md", "2024-05-07"), ("permalink: /2024/05/tide/", "a.md", "2024-05"),
      ("weight: 2", "2024/05/07/tide.md", "2024-05-07"), ("weight: 2", "2024/05/tide.md", "2024-05"),
      ("weight: 2", "2024/May/7.md", "2024-05-07"),
      ("weight: 2", "2024/may/tide.md", "2024-05"), ("date: Tue May 7 11:21:31 CEST 2024", "a.md", "2024-05-07"),
      ("date: Tue, 7 May 2024 16:00:00 GMT", "a.md", "2024-05-07"),
      ("pub_date: 07 May 2024 16:00 +0200", "a.md", "2024-05-07"),
      ("date: 2024-05-07\ncreated: 2020-01-01", "a.md", "2024-05-07"),
      ("created: 2020-01-01", "2024-05-07-tide.md", "2024-05-07"),
      ("date: 2024-05-07 17:15:17+17:00", "a.md", "2024-05-07"), ("date: 2024-05-07 18::48::00", "a.md", "2024-05-07"),
    ])
  func days(key: String, path: String, day: String) {
    let reading = read("---\ntitle: Tide\n\(key)\n---\nText.\n", path: "Content/bulletins/" + path)
    #expect(reading.issue?.date.description == day, "\(reading.diagnostics.map(\.message))")
  }

  @Test(
    "that lie in a year's folder, or name a file under `path`, have no day by that",
    arguments: [
      ("weight: 2", "2024/tide.md"), ("path: images/2024/05/07/pier.png", "a.md"), ("aliases: [/2010/11/]", "a.md"),
      ("weight: 2", "2010/11/index.md"),
    ])
  func noDays(key: String, path: String) {
    let reading = read("---\ntitle: Tide\n\(key)\n---\nText.\n", path: "Content/bulletins/" + path)
    #expect(reading.diagnostics.map(\.kind) == [.missingDate])
    #expect(reading.issue == nil)
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
