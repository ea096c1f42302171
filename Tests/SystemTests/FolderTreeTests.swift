import Foundation
import System
import TestSupport
import Testing

/// Whoever may write in a folder can put a link in the place of another one between a look and what follows it.
@Suite("A folder that is held open")
struct FolderTreeTests {
  /// A folder `tree`, and one that nothing in it may reach.
  private func site() throws -> TemporarySite {
    let site = try TemporarySite(theme: false)
    try site.write("tree/a/b/file", "ours")
    try site.write("new/a/b/file", "new")
    try site.write("outside/b/file", "theirs")
    return site
  }

  /// Puts a link to the outside in the place of `tree/a`.
  private func swap(_ site: TemporarySite) throws {
    try FileManager.default.moveItem(atPath: site.path + "/tree/a", toPath: site.path + "/tree/moved")
    try FileManager.default.createSymbolicLink(atPath: site.path + "/tree/a", withDestinationPath: "../outside")
  }

  private func text(_ site: TemporarySite, _ path: String) throws -> String {
    try String(contentsOfFile: site.path + "/" + path, encoding: .utf8)
  }

  @Test("what was opened stays what it was, whatever takes its place", arguments: [true, false])
  func swapped(isOpen: Bool) throws {
    let site = try site()
    var tree = try FolderTree(site.path + "/tree")
    var new = try FolderTree(site.path + "/new")
    if isOpen { #expect(tree.kind("a/b/file") == .file) }
    try swap(site)
    if isOpen {
      try tree.take("a/b/file", from: &new)
      #expect(try text(site, "tree/moved/b/file") == "new")
    } else {
      #expect(throws: EnvironmentError.self) { try tree.take("a/b/file", from: &new) }
      #expect(tree.kind("a/b/file") == .nothing)
      #expect(!tree.removeFile("a/b/file") && !tree.removeFolder("a/b"))
      #expect(throws: EnvironmentError.self) { try tree.write([1], toNew: "a/c/file", makingFolders: true) }
    }
    #expect(try text(site, "outside/b/file") == "theirs")
    #expect(FileAccess.kind(site.path + "/outside/c") == .nothing)
  }

  @Test("a path that climbs leads nowhere")
  func climbing() throws {
    let site = try site()
    var tree = try FolderTree(site.path + "/tree")
    for path in ["../outside/b/file", "a/../../outside/b/file", "./a/b/file", "", "/"] as [Substring] {
      #expect(tree.kind(path) == .nothing && !tree.removeFile(path), "\(path)")
    }
  }

  @Test("files come and go as they are told to, and folders with them")
  func use() throws {
    let site = try site()
    var tree = try FolderTree(site.path + "/tree")
    try tree.write([0x78], toNew: "c/d/file", makingFolders: true)
    #expect(throws: EnvironmentError.self) { try tree.write([0x79], toNew: "c/d/file") }
    #expect(try text(site, "tree/c/d/file") == "x")
    try tree.rename("c/d/file", to: "a/b/file")
    #expect(try text(site, "tree/a/b/file") == "x")
    #expect(tree.removeFolder("c/d") && tree.removeFolder("c") && !tree.removeFolder("a"))
    #expect(tree.kind("a/b") == .folder && tree.removeFile("a/b/file") && tree.kind("a/b/file") == .nothing)
  }

  @Test("a folder in the place of a file, and a file in that of a folder, are said in words")
  func occupied() throws {
    let site = try site()
    try site.write("tree/x/y/z", "")
    try site.write("tree/f", "")
    try site.write("new/x/y", "")
    try site.write("new/f/g", "")
    var tree = try FolderTree(site.path + "/tree")
    var new = try FolderTree(site.path + "/new")
    func reason(_ path: Substring) -> String? {
      do throws(EnvironmentError) {
        try tree.take(path, from: &new)
        return nil
      } catch {
        return error.reason
      }
    }
    #expect(reason("x/y") == "a folder is in its place")
    #expect(reason("f/g") == "a link or a file is in the place of a folder")
  }
}
