import Foundation
import TestSupport
import Testing

@testable import CommandLine

/// What the documentation points at.
@Suite("Links of the documentation")
struct DocumentationLinkTests {
  /// A document of the project: its path and its text without blocks of code.
  private struct Document {
    let path: String
    let prose: String

    /// The ids that its headings have on a page.
    var anchors: Set<String> {
      Set(
        prose.split(separator: "\n").filter { $0.hasPrefix("#") }.map { line in
          let title = line.drop { $0 == "#" || $0 == " " }.lowercased().replacing(" ", with: "-")
          return String(title.filter { $0.isLetter || $0.isNumber || "-_".contains($0) })
        })
    }

    /// Where its links lead, but for those to other sites.
    var targets: [String] {
      prose.replacing(/`[^`\n]*`/, with: "").matches(of: /\]\(([^)\s]+)\)/).map { String($0.output.1) }.filter {
        !$0.contains("://")
      }
    }
  }

  private static let documents: [String: Document] = {
    let manager = FileManager.default
    let top = (try? manager.contentsOfDirectory(atPath: Project.folder)) ?? []
    let below = ["Documentation", "Tests/Material/mastheads/README.md"].flatMap { folder in
      let names = manager.enumerator(atPath: Project.folder + "/" + folder)?.compactMap { $0 as? String } ?? []
      return names.isEmpty ? [folder] : names.map { folder + "/" + $0 }
    }
    let documents = (top + below).filter { $0.hasSuffix(".md") }.map { path in
      let text = (try? String(contentsOfFile: Project.folder + "/" + path, encoding: .utf8)) ?? ""
      let prose = text.components(separatedBy: "```").enumerated().filter { $0.offset % 2 == 0 }.map(\.element).joined()
      return (path, Document(path: path, prose: prose))
    }
    return Dictionary(uniqueKeysWithValues: documents)
  }()

  @Test("every link from one document to another, or to a place in it, leads somewhere")
  func links() {
    #expect(Self.documents.count > 30)
    for document in Self.documents.values {
      for target in document.targets {
        let parts = target.split(separator: "#", omittingEmptySubsequences: false).map { String($0) }
        let url = URL(filePath: Project.folder + "/" + document.path).deletingLastPathComponent()
        let file = parts[0].isEmpty ? document.path : relative(url.appending(path: parts[0]).standardized.path)
        #expect(
          FileManager.default.fileExists(atPath: Project.folder + "/" + file), "\(document.path) links to \(target)")
        guard parts.count > 1, let linked = Self.documents[file] else { continue }
        #expect(linked.anchors.contains(parts[1]), "\(document.path) links to \(target), where no heading is called so")
      }
    }
  }

  @Test("every decision is in the list of decisions, by its number")
  func decisions() throws {
    let folder = "Documentation/decisions/"
    let list = try #require(Self.documents[folder + "README.md"]).prose
    let records = Self.documents.keys.filter { $0.hasPrefix(folder + "0") }.sorted()
    for (index, path) in records.enumerated() {
      let name = path.dropFirst(folder.count)
      #expect(Int(name.prefix(4)) == index + 1, "\(name) has a number that is taken or out of step")
      #expect(list.contains("| \(index + 1) | [") && list.contains("](\(name))"), "\(name) is not in the list")
      #expect(Self.documents[path]?.prose.hasPrefix("# \(index + 1). ") == true, "\(name) has another number in it")
    }
  }

  @Test("the program has the newest version of the changelog")
  func version() throws {
    let changelog = try #require(Self.documents["CHANGELOG.md"]).prose
    let newest = try #require(changelog.firstMatch(of: /\n## \[(\d+\.\d+\.\d+)\] – \d{4}-\d\d-\d\d\n/))
    #expect(String(newest.output.1) == Program.version)
  }

  private func relative(_ path: String) -> String {
    path.hasPrefix(Project.folder + "/") ? String(path.dropFirst(Project.folder.count + 1)) : path
  }
}
