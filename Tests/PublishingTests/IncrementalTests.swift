import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Publishing

/// Random sites, changed at random: after each change, what an incremental build left is what a clean build makes.
@Suite("Incremental builds")
struct IncrementalTests {
  /// A site that is changed step by step, the same for the same seed.
  private struct Changing {
    let site: TemporarySite
    private var random: SeededRandom
    private var numbers: [Int] = []
    private var nextNumber = 1
    private var files: [Int: String] = [:]
    private var texts: [Int: (title: String, author: String, body: String, matter: String)] = [:]

    init(seed: Int) throws {
      site = try TemporarySite()
      random = SeededRandom(seed: seed * 7_919 + 13)
      for _ in 0..<5 { try addIssue() }
    }

    mutating func roll(_ sides: Int) -> Int { random.roll(sides) }

    private mutating func pick<Element>(_ elements: [Element]) -> Element { random.pick(elements) }

    private mutating func sentence() -> String {
      let words = [
        "gas", "Łódź", "transit", "**Energy Security.** Then", "[a link](2.md)", "*talks*", "rail", "\"plan\"",
      ]
      return (0...roll(5)).map { _ in pick(words) }.joined(separator: " ") + "."
    }

    private mutating func addIssue() throws {
      let number = nextNumber
      nextNumber += 1
      numbers.append(number)
      texts[number] = (
        "Title \(pick(["One", "Two", "Three"])) \(number)", pick(["Lena Orzech", "Jan Kos", "Lena Orzech, Jan Kos"]),
        sentence() + "\n\n" + sentence(), ""
      )
      try write(number)
    }

    private func write(_ number: Int) throws {
      guard let text = texts[number] else { return }
      try site.addIssue(
        number, title: text.title, byline: text.author, body: text.body, frontMatter: text.matter, file: files[number])
    }

    private func file(_ path: String) -> String { site.path + "/" + path }

    private func append(_ text: String, to path: String) throws {
      let old = try String(contentsOfFile: file(path), encoding: .utf8)
      try site.write(path, old + text)
    }

    /// Changes one thing, and says what.
    mutating func change() throws -> String {
      if numbers.isEmpty { try addIssue() }
      let number = pick(numbers)
      switch roll(24) {
      case 0, 1, 2, 3:
        let body = sentence() + "\n\n" + sentence()
        texts[number]?.body = body
        try write(number)
        return "the body of \(number)"
      case 4, 5:
        let title = "Title \(roll(50))"
        texts[number]?.title = title
        try write(number)
        return "the title of \(number)"
      case 6:
        let author = pick(["Lena Orzech", "Jan Kos", "Piotr Żuk"])
        texts[number]?.author = author
        try write(number)
        return "the author of \(number)"
      case 7, 8:
        guard numbers.count < 9, nextNumber < 28 else { return try remove(number) }
        try addIssue()
        return "a new issue"
      case 9: return numbers.count > 2 ? try remove(number) : "nothing"
      case 10:
        let old = files[number] ?? "\(number)"
        let new = old.hasSuffix("-again") ? "\(number)" : "\(number)-again"
        try FileManager.default.moveItem(
          atPath: file("Content/bulletins/\(old).md"), toPath: file("Content/bulletins/\(new).md"))
        files[number] = new
        return "the file name of \(number)"
      case 11:
        let matter = pick([
          "", "---\ndraft: true\n---\n", "---\ntags: [Gas, Rail]\n---\n", "---\naliases: [/old/\(number)/]\n---\n",
          "---\ncategory: Note\nnote: \(roll(9))\n---\n",
        ])
        texts[number]?.matter = matter
        try write(number)
        return "the front matter of \(number)"
      case 12:
        try site.write(
          "Content/people.yaml",
          pick(["", "- name: Jan Kos\n  also: [J. Kos]\n", "- name: Jan Kos\n  orcid: 0000-0002-1825-0097\n"]))
        return "people.yaml"
      case 13:
        try site.write(
          "Content/topics.yaml",
          pick([
            "", "- name: Energy Security\n  broader: Energy\n- name: Energy\n", "- name: Gas\n  also: [Natural gas]\n",
          ]))
        return "topics.yaml"
      case 14:
        try site.write("Templates/strings/en.yaml", "no_issues: None \(roll(99)).\n")
        return "a string that one page prints"
      case 15:
        try site.write("Content/languages/en.yaml", "words:\n  archive: Archive \(roll(99))\n")
        return "a string that every page prints"
      case 16:
        try append("\n{# \(roll(99)) #}", to: "Templates/\(pick(["topic.html", "parts.html", "feed.xml"]))")
        return "a template"
      case 17:
        try append("\n/* \(roll(99)) */", to: "Templates/assets/style.css")
        return "the style sheet"
      case 18:
        try site.write(
          "Content/site.yaml",
          "title: Bulletin \(roll(3))\nbase_url: https://b.example.org/\(pick(["", "sub/"]))\nlanguages: [en, pl]\ntime_zone: Europe/Warsaw\nhome_items: \(2 + roll(3))\nlist_items: \(2 + roll(6))\nfeed_items: \(1 + roll(3))\n"
        )
        return "the settings"
      case 19:
        try site.write(
          "Content/pages/about.md", "# About \(roll(3))\n\n" + sentence() + " [Issue](../bulletins/1.md)\n")
        return "a standing page"
      case 20:
        let image = "Content/bulletins/map.png"
        try site.write(image, "image \(roll(5))")
        let body = "![A map](map.png)\n\n" + sentence()
        texts[number]?.body = body
        try write(number)
        return "an image of \(number)"
      case 21:
        let published = try site.publishedFiles().keys.sorted()
        guard !published.isEmpty else { return "nothing" }
        let path = "Public/" + pick(published)
        if roll(2) == 0 {
          try FileManager.default.removeItem(atPath: file(path))
        } else {
          try site.write(path, "changed")
        }
        return "a published file: \(path)"
      case 22:
        try FileManager.default.setAttributes([.modificationDate: Date.now], ofItemAtPath: file("Templates/base.html"))
        return "the time of a file"
      default:
        let folder = file(".bulletin")
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] where name.contains("store") {
          if roll(2) == 0 {
            try FileManager.default.removeItem(atPath: folder + "/" + name)
          } else {
            try Data("no database at all".utf8).write(to: URL(filePath: folder + "/" + name))
          }
        }
        return "the store"
      }
    }

    /// Takes away issues that keep the site from being published: an hour of refused builds would prove little.
    mutating func mend(_ paths: some Sequence<String>) throws {
      for path in paths {
        let name = path.split(separator: "/").last ?? ""
        if let number = Int(name.prefix { $0.isNumber }) { _ = try remove(number) }
      }
    }

    private mutating func remove(_ number: Int) throws -> String {
      for name in ["\(number).md", "\(number)-again.md"] {
        try? FileManager.default.removeItem(atPath: file("Content/bulletins/" + name))
      }
      numbers.removeAll { $0 == number }
      return "the issue \(number), which is gone"
    }
  }

  /// How many changes each of the eight sites sees; a longer run asks for more.
  private static let changes = Int(ProcessInfo.processInfo.environment["SOAK_CHANGES"] ?? "") ?? 130

  @Test("after every change, the published site is what a clean build makes", arguments: 0..<8)
  func property(seed: Int) throws {
    var changing = try Changing(seed: seed)
    var options = BuildOptions(site: changing.site.path, jobs: 1)
    options.isForced = true
    options.verifies = true
    var last = "the start"
    var (published, refused) = (0, 0)
    var errors: Set<String> = []
    var refusedInARow = 0
    for step in 0..<Self.changes {
      let report = try Build.run(options)
      if report.isPublished {
        published += 1
        refusedInARow = 0
      } else {
        refused += 1
        refusedInARow += 1
        errors.formUnion(report.diagnostics.filter { $0.severity == .error }.map(\.message))
      }
      let wrong = report.diagnostics.filter { $0.kind.name == "not-verified" }.map(\.path)
      #expect(wrong.isEmpty, "seed \(seed), step \(step), after \(last): \(wrong)")
      if !wrong.isEmpty { return }
      if refusedInARow > 1 {
        try changing.mend(Set(report.diagnostics.filter { $0.severity == .error }.map(\.path)))
      }
      last = try changing.change()
      // Two things at once, now and then.
      if changing.roll(4) == 0 { last += " and " + (try changing.change()) }
    }
    #expect(published > refused, "\(errors.sorted())")
  }
}
