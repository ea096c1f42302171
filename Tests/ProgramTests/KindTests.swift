import Foundation
import System
import TestSupport
import Testing

/// Every kind of finding has a case in which it is found, whose printed text the reference shows, and one in which it is
/// not.
@Suite("Kinds of findings")
struct KindTests {
  static let kinds = (try? DeclaredKind.all().map(\.name).sorted()) ?? []
  /// What only a mistake of the program itself brings about: no site can be made in which it is found.
  static let ofTheProgram: Set = ["not-verified"]
  static let folder = Project.material + "/kinds/"

  @Test("no kind lacks its cases, and no case its kind")
  func whole() throws {
    #expect(Self.kinds.count > 100)
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder).filter { $0.hasSuffix(".txt") }
    #expect(files.sorted() == Self.kinds.map { $0 + ".txt" })
    for kind in Self.kinds {
      let cases = try KindCase.all(of: kind)
      let isShown = cases.contains { $0.isFound } || Self.ofTheProgram.contains(kind)
      #expect(isShown && cases.contains { !$0.isFound }, "\(kind) lacks a case")
      #expect(cases.allSatisfy { $0.isFound || $0.says.isEmpty }, "\(kind)")
    }
  }

  @Test(
    "a kind is found where it is to be found, alone and in these words, and passes over what looks like it",
    arguments: kinds)
  func kind(_ name: String) throws {
    for one in try KindCase.all(of: name) {
      if let program = one.needed, ExternalProgram.version(of: program) == nil {
        print("skipped: no \(program)")
        continue
      }
      let (says, kinds) = try one.run()
      guard one.isFound else {
        #expect(!kinds.contains(name), "\(says)")
        continue
      }
      #expect(Set(kinds) == [name], "\(says)")
      if Project.isUpdate(of: "kinds"), Set(kinds) == [name] { try write(says, of: name) }
      WholeOutput.expect(says, is: one.says, "what is printed")
    }
  }

  /// Writes what is printed into the first case in which a kind is found.
  private func write(_ says: String, of name: String) throws {
    let path = Self.folder + name + ".txt"
    var cases = try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "\n@ ")
    guard let place = cases.indices.dropFirst().first(where: { cases[$0].hasPrefix("found") }) else { return }
    let parts = cases[place].components(separatedBy: "\n@@ ").filter { !$0.hasPrefix("says\n") }
    cases[place] = (parts + ["says\n" + says.trimmingCharacters(in: .newlines)]).joined(separator: "\n@@ ")
    let end = place == cases.count - 1 ? "\n" : ""
    cases[place] += end
    try Data(cases.joined(separator: "\n@ ").utf8).write(to: URL(filePath: path))
  }
}
