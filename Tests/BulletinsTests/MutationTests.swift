import Diagnostics
import TestSupport
import Testing
import Text

@testable import Bulletins

@Suite("Files that went wrong in any way")
struct MutationTests {
  private static let pieces = [
    "---", "\n---\n", "# ", "## ", "\n\n", "**", "*", "(", ")", ",", "•", "©", "No. ", "Nr ", "\u{0}", "\u{FEFF}", "\r",
    "\u{AD}",
    "2010-02-30", "[^1]", "[^1]: ", "> ", "- ", "|", "<!--", "<div>", "![", "](", "&amp;", "&#0;", "\\", "`", "Title: ",
    "title: [", "+++", "= ", "\"", "'''", "[[a]]\n", "{", "}", "- ", ": ", "&a ", "*a", "!!int ", "? ", "0x", "~",
    "\u{301}", "ł", "“", "🜁", "99999999999999999999", "and", "i", "Jr.", "\t", " ",
  ]

  @Test("reading ends with an issue or an error, and says the same each time", arguments: 0..<8)
  func reading(seed: Int) {
    var dice = SeededRandom(seed: seed)
    let models = [
      issue(body: "**Iran.** Neither.\n\nno stop\n\nand on.[^1]\n\n| a |\n|---|\n\n[^1]: Note."),
      "---\ntitle: x\ndate: 2010-01-01\ntags: [a, b]\n---\n" + issue(),
      "Title: x\nDate: 2010-01-01\n\n# News\n\n* [a](b)\n",
      "+++\ntitle = \"x\"\ndate = 2010-01-01\nrating = 5\n[[authors]]\nname = 'Ada'\n[a.b]\nc = [1, {d = 2.5}]\n+++\n\nText.\n",
      "{\n  \"title\": \"x\", \"date\": \"2010-01-01\",\n  \"author\": {\"name\": \"Ada\"}, \"a\": [1, null]\n}\n\nText.\n",
    ]
    for _ in 0..<150 {
      var bytes = Array(models[dice.roll(models.count)].utf8)
      for _ in 0...dice.roll(6) {
        let at = dice.roll(bytes.count + 1)
        switch dice.roll(4) {
        case 0: bytes.removeSubrange(at..<min(bytes.count, at + dice.roll(30)))
        case 1: bytes.insert(contentsOf: Array(Self.pieces[dice.roll(Self.pieces.count)].utf8), at: at)
        case 2: bytes.insert(UInt8(dice.roll(256)), at: at)
        default:
          bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + dice.roll(60))], at: dice.roll(bytes.count + 1))
        }
      }
      let source = SourceFile(path: "x.md", bytes: bytes)
      let reading = Issue.read(source)
      #expect((reading.issue == nil) == reading.diagnostics.containErrors)
      let again = Issue.read(source)
      #expect(reading.diagnostics == again.diagnostics && reading.texts == again.texts)
      for diagnostic in reading.diagnostics { #expect(!diagnostic.printed.isEmpty) }
      for html in reading.texts { #expect(html.firstIllFormedOffset == nil) }
    }
  }
}
