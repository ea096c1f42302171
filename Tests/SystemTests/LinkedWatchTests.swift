import Foundation
import System
import Testing

@Suite("Watching what symbolic links lead to")
struct LinkedWatchTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "links-\(UUID().uuidString)").path

  init() throws {
    for name in ["site/texts", "elsewhere/more"] {
      try FileManager.default.createDirectory(atPath: folder + "/" + name, withIntermediateDirectories: true)
    }
    try save("elsewhere/one.md")
    try save("elsewhere/more/two.md")
  }

  private func save(_ file: String) throws { try Data("x".utf8).write(to: URL(filePath: folder + "/" + file)) }

  private func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: folder + "/" + name, withDestinationPath: target)
  }

  private func remove() { try? FileManager.default.removeItem(atPath: folder) }

  private func files(_ watch: FolderWatch) -> Set<String> {
    var files: Set<String> = []
    while case let change = watch.wait(timeout: 100), change != .nothing {
      if case .files(let some) = change { files.formUnion(some.map { String($0.dropFirst(folder.count + 1)) }) }
    }
    return files
  }

  @Test("a file behind a link is told by the link's name, and its neighbours are not told")
  func file() throws {
    defer { remove() }
    try link("site/texts/a.md", to: "../../elsewhere/one.md")
    let watch = FolderWatch([folder + "/site"])
    try save("elsewhere/one.md")
    try save("elsewhere/other.md")
    #expect(files(watch) == ["site/texts/a.md"])
  }

  @Test("files in a folder behind a link are told, also where the link came later")
  func folders() throws {
    defer { remove() }
    try link("site/texts/old", to: "../../elsewhere/more")
    let watch = FolderWatch([folder + "/site"])
    try save("elsewhere/more/two.md")
    #expect(files(watch) == ["site/texts/old/two.md"])
    try link("site/texts/b.md", to: "../../elsewhere/one.md")
    _ = files(watch)
    try save("elsewhere/one.md")
    #expect(files(watch) == ["site/texts/b.md"])
  }

  @Test("a link to a folder above, and one that leads nowhere, do no harm")
  func loops() throws {
    defer { remove() }
    try link("site/texts/up", to: "..")
    try link("site/texts/itself", to: "itself")
    try link("site/texts/gone", to: "nowhere")
    let watch = FolderWatch([folder + "/site"])
    try save("site/texts/x.md")
    #expect(watch.problem == nil && files(watch) == ["site/texts/x.md"])
  }
}
