import Diagnostics
import Foundation
import TestSupport
import Testing
import Text

@testable import Bulletins

/// Slips of typing, as `Tests/Material/style.txt` has them.
@Suite("Style")
struct StyleTests {
  struct Case: CustomTestStringConvertible {
    let kinds: [String]
    let language: String
    let testDescription: String
    let text: String
    /// What the findings point at.
    let marked: [String]

    init(_ written: String) throws {
      let lines = written.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      let head = try #require(lines.first?.split(separator: ":", maxSplits: 1))
      var words = head[0].split(separator: " ").map(String.init)
      language = words.last?.hasPrefix("[") == true ? String(words.removeLast().dropFirst().dropLast()) : "en"
      kinds = words == ["nothing"] ? [] : words.map { $0.replacing(",", with: "") }
      testDescription = written.split(separator: "\n").first.map(String.init) ?? ""
      let body = String(lines.last ?? "")
      marked = body.components(separatedBy: "⟦").dropFirst().map { String($0.prefix { $0 != "⟧" }) }
      text = body.replacing("⟦", with: "").replacing("⟧", with: "")
    }
  }

  static let cases: [Case] = {
    let parts = (try? Project.text("Tests/Material/style.txt"))?.components(separatedBy: "\n== ").dropFirst() ?? []
    return parts.compactMap { try? Case($0) }
  }()

  @Test("a text gives the findings of its case, at its marks, and no other", arguments: cases)
  func slips(_ slip: Case) throws {
    #expect(Self.cases.count > 30)
    var options = ReadingOptions(languages: known(slip.language))
    options.looksAtStyle = true
    let source = SourceFile(path: "x.md", bytes: Bytes("---\ntitle: X\ndate: 2020-01-01\n---\n\n\(slip.text)\n".utf8))
    let found = Issue.read(source, options: options).diagnostics.filter { !Self.others.contains($0.kind.name) }
    #expect(Set(found.map(\.kind.name)) == Set(slip.kinds), "\(found.map(\.printed).joined())")
    let places = found.compactMap { $0.location.map { Array(source.bytes[$0.range]).string } }
    // A place ends where its line does.
    #expect(places == slip.marked.map { $0.split(separator: "\n").first.map(String.init) ?? "" })
  }

  /// What other rooms find in these texts.
  private static let others: Set<String> = ["straight-quotes", "lower-case-sentence", "no-final-newline"]

  @Test("a build reads texts without looking at their style, but for what was lost")
  func build() {
    #expect(kinds(issue(body: "TODO: at at noon (so.")).isEmpty)
    #expect(kinds(issue(body: "A � here.")) == ["lost-characters:15"])
  }

  @Test("what follows from a mistake is not said beside it: marks that were lost, a merge in front matter")
  func followers() {
    var options = ReadingOptions(languages: known("pl"))
    options.looksAtStyle = true
    let mojibake = read(issue(body: "ZarzÄ…d portu w Ĺodzi zamknÄ…Ĺ‚ przystaĹ„."), options: options)
    #expect(Set(mojibake.diagnostics.map(\.kind.name)) == ["lost-characters"])
    #expect(
      kinds("---\n<<<<<<< HEAD\ntitle: One\n=======\ntitle: Two\n>>>>>>> x\ndate: 2024-05-01\n---\n\nText.\n")
        == ["conflict-marker:2"])
  }

  @Test("a masthead has no style, and what stands under it has")
  func masthead() {
    var options = ReadingOptions()
    options.looksAtStyle = true
    let text = issue(series: "# THE THE", editors: "Editors: A Bee (Chief), the the", abstract: "*An an abstract.*")
    let found = read(text, options: options).diagnostics
    #expect(found.map { "\($0.kind.name):\($0.location?.line ?? 0)" } == ["repeated-word:13"])
  }

  @Test("a title and an abstract of front matter have a style, each by itself")
  func frontMatter() {
    var options = ReadingOptions()
    options.looksAtStyle = true
    let text = "---\ntitle: The the Quay (a\ndate: 2020-01-01\nabstract: >\n  It is old.\n  TODO: more)\n---\n\nText.\n"
    let found = read(text, options: options).diagnostics.inOrder
    #expect(
      found.map { "\($0.kind.name):\($0.location?.line ?? 0)" } == [
        "repeated-word:2", "unbalanced-bracket:2", "placeholder:6", "unbalanced-bracket:6",
      ])
  }

  @Test(
    "quotations, brackets and words at the end of a line that are not as they should be are told",
    arguments: [
      ("The „Barge“ and the “quay”.", ["mixed-quotation-marks"]), ("The “Barge” and “the ‘old’ quay”.", []),
      ("The «Barge» said: «Come “home” now».", []), ("„Die “Barge” kam“, „ja“.", []),
      ("The “barge“ and the “quay”.", ["unbalanced-quotation"]), ("The “barge“ came.", ["unbalanced-quotation"]),
      ("The barge (a big one] came.", ["unbalanced-bracket"]), ("Between [0, 1) and (2, 3].", []),
      ("彼女は\"下\"と言った。", []), ("彼女は\"下と言った。", ["unbalanced-quotation"]),
      ("It is 5\" wide, and “so” on.", []),
      ("Il dit « haut » et \"bas\" ici.", ["straight-quotes"]),
      ("In the har\u{AD}\nbour of ice.", ["divided-word"]), ("In the har\u{2010}\nbour of ice.", ["divided-word"]),
      ("In the har-\nbour of ice.", ["divided-word"]),
      ("XXX: more of it here.", ["placeholder"]), ("The XXX: a psalm.", []), ("XXX Olympiad it was.", []),
      ("An of\u{FB01}ce, and a \u{FEFF}quay.", ["ligature", "hidden-character"]),
      ("Łód\u{200B}źka and wa\u{200B}ter.", ["hidden-character", "hidden-character"]),
      ("Use &#xFB01; as in `\u{FB01}`, and wa&#x200B;ter.", []),
      ("A/\u{200B}b, 1\u{200B}2 and ท่า\u{200B}เรือ.", []),
    ])
  func marks(body: String, expected: [String]) {
    var options = ReadingOptions()
    options.looksAtStyle = true
    #expect(read(issue(body: body), options: options).diagnostics.map(\.kind.name) == expected)
  }

  @Test("control characters, private ones and lost ones are each a warning at their line")
  func lost() {
    #expect(
      kinds(issue(body: "A \u{1} b \u{2}\n\nC \u{F0B7} d\n\nE \u{7F}\n\nF \u{86}"))
        == ["lost-characters:15", "lost-characters:17", "lost-characters:19", "lost-characters:21"])
    #expect(kinds(issue(body: "A\tb  \r\nc")).isEmpty)
  }

  @Test("what was read as Windows-1252 is told as what it was", arguments: [("Å‚", "ł"), ("â€™", "’"), ("Ð¿", "п")])
  func meant(written: String, character: String) {
    let found = read(issue(body: "Ab\(written)c.")).diagnostics
    #expect(found.first?.help.first?.contains("it was “\(character)”") == true, "\(found.map(\.printed))")
  }
}
