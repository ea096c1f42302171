import Bulletins
import Foundation
import Languages
import TestSupport
import Testing

@Suite("The house")
struct FloorTests {
  /// The floor of each target; an import goes down.
  private static let floors: [String: Int] = [
    "Text": 0, "Coding": 0, "Diagnostics": 0, "Languages": 0, "System": 0, "Markdown": 1, "YAML": 1, "TOML": 1,
    "Templating": 1, "Search": 1,
    "Bulletins": 2, "Site": 3, "Publishing": 4, "Importing": 4, "Preview": 4, "CommandLine": 5, "bulletin": 6,
  ]

  /// The rooms of the lowest floor stand on each other in one order only.
  private static let beside: [String: Set<String>] = [
    "Coding": ["Text"], "Diagnostics": ["Text", "Coding"], "Languages": ["Text"], "System": ["Text", "Coding"],
  ]

  /// What may touch files, clocks and threads; nothing else may import `System`.
  private static let impure: Set<String> = ["System", "Publishing", "Importing", "Preview", "CommandLine", "bulletin"]

  /// Which system libraries a target may use, beside the toolchain's own.
  private static let libraries: [String: Set<String>] = [
    "Coding": ["CXXHash"], "Markdown": ["CCmarkGFM", "CGumbo"], "YAML": ["CFYAML"], "TOML": ["CTOML"],
    "Publishing": ["CSQLite"], "System": ["CAllocator"],
    "Preview": ["CMicroHTTPD"],
  ]
  private static let toolchain: Set<String> = ["Foundation", "Glibc", "Synchronization"]

  private struct Source {
    let path: String
    let target: String
    let text: String
    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
  }

  private static let sources: [Source] = {
    let folder = Project.folder + "/Sources"
    let paths = (FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? []).filter {
      $0.hasSuffix(".swift")
    }
    return paths.sorted().map { path in
      let text = (try? String(contentsOfFile: folder + "/" + path, encoding: .utf8)) ?? ""
      return Source(path: path, target: String(path.prefix { $0 != "/" }), text: text)
    }
  }()

  @Test("imports look down, never up or sideways")
  func imports() {
    #expect(Self.sources.count > 80)
    for source in Self.sources {
      for line in source.lines where line.hasPrefix("import ") || line.hasPrefix("@testable import ") {
        let name = String(line.split(separator: " ").last ?? "")
        if Self.toolchain.contains(name) || Self.libraries[source.target]?.contains(name) == true { continue }
        let isBelow = (Self.floors[name] ?? .max) < (Self.floors[source.target] ?? 0)
        let isBeside = Self.beside[source.target]?.contains(name) == true
        #expect(isBelow || isBeside, "\(source.path) imports \(name)")
        #expect(name != "System" || Self.impure.contains(source.target), "\(source.path) is pure and imports System")
      }
    }
  }

  @Test("no file is longer than 300 lines")
  func sizes() {
    for source in Self.sources {
      #expect(source.lines.count <= 301, "\(source.path) has \(source.lines.count) lines")
    }
    let contents = Self.sources.first { $0.path == "Publishing/Building/Build.swift" }
    #expect((contents?.lines.count ?? 99) <= 60, "the program's table of contents has grown")
  }

  @Test("nothing is forced, and what is unchecked says why")
  func force() {
    for source in Self.sources {
      #expect(!source.text.contains("try!") && !source.text.contains("as! "), "\(source.path) forces")
      for (number, line) in source.lines.enumerated() where line.contains("@unchecked Sendable") {
        let above = source.lines[max(0, number - 4)..<number].joined(separator: "\n")
        #expect(
          above.contains("///") && above.contains("nchecked"),
          "\(source.path):\(number + 1) does not say why it is unchecked")
      }
    }
  }

  @Test("no file has a name that says nothing")
  func names() {
    for source in Self.sources {
      let name = source.path.split(separator: "/").last.map(String.init) ?? ""
      for word in ["Util", "Helper", "Common", "Manager", "Handler", "Base"] {
        #expect(!name.contains(word), "\(source.path) has no name of its own")
      }
    }
  }

  /// Where the letters of a tag are no tag: `lt` is a comparison and an entity, `zh` a Cyrillic letter.
  private static let spellsLikeTags: Set<String> = ["Templating", "Text/Slug.swift"]

  @Test("no code names a language: neither by its tag nor by its name")
  func languages() {
    let known = KnownLanguages.ofProgram.own
    #expect(known.count >= 16)
    for source in Self.sources
    where !Self.spellsLikeTags.contains(source.target) && !Self.spellsLikeTags.contains(source.path) {
      let code = source.lines.filter { !$0.drop { $0 == " " }.hasPrefix("//") }.joined(separator: "\n")
      for language in known {
        #expect(!code.contains("\"\(language.tag)\""), "\(source.path) names the language \(language.tag)")
        #expect(!code.contains("Language.\(language.englishName.lowercased())"), "\(source.path)")
      }
    }
  }
}
