import Foundation
import System
import Testing

@Suite("Watching folders")
struct WatchTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "watch-\(UUID().uuidString)").path

  init() throws {
    try FileManager.default.createDirectory(atPath: folder + "/a/b", withIntermediateDirectories: true)
    try save("a/b/x.md")
  }

  private func save(_ file: String) throws { try Data("x".utf8).write(to: URL(filePath: folder + "/" + file)) }

  private func remove() { try? FileManager.default.removeItem(atPath: folder) }

  /// All that is told until nothing more comes.
  private func changes(_ watch: FolderWatch) -> (files: Set<String>, isUnknown: Bool) {
    var files: Set<String> = []
    var isUnknown = false
    while true {
      switch watch.wait(timeout: 100) {
      case .files(let some): files.formUnion(some.map { String($0.dropFirst(folder.count + 1)) })
      case .unknown: isUnknown = true
      case .nothing: return (files, isUnknown)
      }
    }
  }

  @Test("hidden folders are not watched, but for those that are named")
  func hidden() throws {
    defer { remove() }
    for name in [".git", ".well-known"] {
      try FileManager.default.createDirectory(atPath: folder + "/a/" + name, withIntermediateDirectories: true)
    }
    let watch = FolderWatch([folder], hidden: [".well-known"])
    try save("a/.git/x")
    try save("a/.well-known/x")
    #expect(changes(watch).files == ["a/.well-known/x"])
  }

  @Test("each way of saving is told: written, renamed over, moved away and written, removed")
  func saving() throws {
    defer { remove() }
    let watch = FolderWatch([folder])
    #expect(watch.problem == nil && watch.wait(timeout: 0) == .nothing)
    let handle = try FileHandle(forWritingTo: URL(filePath: folder + "/a/b/x.md"))
    try handle.write(contentsOf: Data("y".utf8))
    try handle.close()
    #expect(changes(watch).files == ["a/b/x.md"])
    try save("a/b/new")
    _ = changes(watch)
    unsafe rename(folder + "/a/b/new", folder + "/a/b/x.md")
    #expect(changes(watch).files.contains("a/b/x.md"))
    unsafe rename(folder + "/a/b/x.md", folder + "/a/b/x.md~")
    try save("a/b/x.md")
    #expect(changes(watch).files.isSuperset(of: ["a/b/x.md", "a/b/x.md~"]))
    try FileManager.default.removeItem(atPath: folder + "/a/b/x.md")
    #expect(changes(watch).files == ["a/b/x.md"])
  }

  @Test("a new folder is looked into, and what is saved there later is told")
  func newFolder() throws {
    defer { remove() }
    let watch = FolderWatch([folder])
    try FileManager.default.createDirectory(atPath: folder + "/c/d", withIntermediateDirectories: true)
    #expect(changes(watch).isUnknown)
    try save("c/d/y.md")
    #expect(changes(watch).files.contains("c/d/y.md"))
    unsafe rename(folder + "/c", folder + "/e")
    #expect(changes(watch).isUnknown)
    try save("e/d/z.md")
    #expect(changes(watch).files.contains { $0.hasSuffix("d/z.md") })
  }

  @Test("a folder that is taken away and made again, or put in another's place, is followed", arguments: [false, true])
  func replacedRoot(byMoving: Bool) throws {
    defer { remove() }
    let watch = FolderWatch([folder + "/a"])
    if byMoving {
      unsafe rename(folder + "/a", folder + "/old")
    } else {
      try FileManager.default.removeItem(atPath: folder + "/a")
    }
    #expect(changes(watch).isUnknown)
    #expect(watch.wait(timeout: 60) == .nothing)
    try FileManager.default.createDirectory(atPath: folder + "/a/b", withIntermediateDirectories: true)
    #expect(changes(watch).isUnknown)
    try save("a/b/x.md")
    #expect(changes(watch).files == ["a/b/x.md"])
  }

  @Test("three hundred files at once are one change")
  func many() throws {
    defer { remove() }
    let watch = FolderWatch([folder])
    for number in 0..<300 { try save("a/\(number).md") }
    guard case .files(let files) = watch.wait(timeout: 1_000) else { return #expect(Bool(false), "nothing was told") }
    #expect(files.filter { $0.hasSuffix(".md") }.count == 300)
    #expect(watch.wait(timeout: 50) == .nothing)
  }

  @Test("a kernel without more watches is said, with what to set, and everything has to be looked at")
  func noMoreWatches() throws {
    defer { remove() }
    let watch = FolderWatch([folder], atMost: 2)
    #expect(watch.problem?.contains("fs.inotify.max_user_watches") == true)
    #expect(watch.wait(timeout: 1) == .unknown)
  }
}
