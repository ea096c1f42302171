import Foundation
import TestSupport
import Testing

/// What the program does for somebody to whom a site's files do not belong. Without the right to become somebody else,
/// nothing is tried.
@Suite("Other users")
struct OtherUserTests {
  /// A site of the first user that nobody else may change, and the program run as somebody else.
  private struct ForeignSite {
    let path = Project.newFolder()

    init() throws {
      for folder in ["Content", "Templates"] {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: Project.folder + "/" + folder, toPath: path + "/" + folder)
      }
      let program = path + "/bulletin"
      try FileManager.default.copyItem(atPath: Project.program, toPath: program)
    }

    func allow(_ mode: Int, _ file: String) throws {
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path + "/" + file)
    }

    func give(_ files: String...) throws {
      for file in files {
        try FileManager.default.createDirectory(atPath: path + "/" + file, withIntermediateDirectories: true)
        try FileManager.default.setAttributes([.ownerAccountID: 65_534], ofItemAtPath: path + "/" + file)
      }
    }

    /// `nil` where nobody may become somebody else.
    func run(_ arguments: String...) throws -> Project.Result? {
      guard getuid() == 0, FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv") else {
        print("skipped: no right to become another user")
        return nil
      }
      let user = ["--reuid=65534", "--regid=65534", "--clear-groups"]
      return try Project.run(
        user + [path + "/bulletin"] + arguments + ["--site", path], by: "/usr/bin/setpriv", in: path)
    }

    func remove() { try? FileManager.default.removeItem(atPath: path) }
  }

  @Test("where the list of written files can't be read, nothing is published, and that is said")
  func unreadableList() throws {
    let site = try ForeignSite()
    defer { site.remove() }
    try site.give(".bulletin", "Public")
    guard try site.run("build") != nil else { return }
    let own = try FileManager.default.contentsOfDirectory(atPath: site.path + "/.bulletin")
    let list = ".bulletin/" + (try #require(own.first { $0.hasPrefix("written-") }))
    try FileManager.default.removeItem(atPath: site.path + "/Content/bulletins/2024/002.md")
    try site.allow(0, list)
    let refused = try site.run("build")
    #expect(refused?.status == 2 && refused?.messages.contains("Permission denied") == true)
    try site.allow(0o644, list)
    #expect(try site.run("build") != nil)
    #expect(!FileManager.default.fileExists(atPath: site.path + "/Public/2024/2/index.html"))
  }

  @Test("a published folder of which a part can't be written keeps all of its files")
  func partlyReadOnly() throws {
    let site = try ForeignSite()
    defer { site.remove() }
    try site.give(".bulletin", "Public")
    guard let first = try site.run("build") else { return }
    #expect(first.status == 0, "\(first.messages)")
    let before = try Project.files(in: site.path + "/Public")
    let path = site.path + "/Content/site.yaml"
    let settings = try String(contentsOfFile: path, encoding: .utf8)
    try Data(settings.replacing("Bulletin of", with: "Papers of").utf8).write(to: URL(filePath: path))
    for folder in ["Public", "Public/2023"] {
      try site.allow(0o500, folder)
      let second = try site.run("build")
      try site.allow(0o755, folder)
      #expect(second?.status == 2 && second?.messages.contains("the folder can't be written to") == true)
      #expect(try Project.files(in: site.path + "/Public") == before)
    }
    #expect(try site.run("build")?.status == 0)
  }

  @Test("a site that can't be written is not built, which is said in a sentence; it can be looked at")
  func readOnlySite() throws {
    let site = try ForeignSite()
    defer { site.remove() }
    guard let build = try site.run("build") else { return }
    #expect(build.status == 2 && build.output.isEmpty)
    #expect(
      build.messages
        == "error: \(site.path): the site can't be built: nothing can be written into its folder .bulletin (Permission denied); preview and check work\n"
    )
    #expect(try site.run("check")?.status == 0)
    #expect(try site.run("people")?.output.contains("Klara Węgrzyn") == true)
    #expect(try site.run("why", "/")?.status == 0)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: site.path).sorted() == ["Content", "Templates", "bulletin"])
  }

  @Test(
    "a file or a folder that can't be read is a finding, and nothing is published",
    arguments: [
      "Content/bulletins/2024/002.md", "Content/bulletins/2024", "Content/site.yaml", "Content/topics.yaml",
      "Content/pages", "Templates/base.html",
    ])
  func unreadable(file: String) throws {
    let site = try ForeignSite()
    defer { site.remove() }
    try site.give(".bulletin", "Public")
    try site.allow(0, file)
    guard let build = try site.run("build") else { return }
    try site.allow(0o755, file)
    #expect(build.status == 1, "\(build.messages)")
    #expect(
      build.messages.contains("can't be read: Permission denied [not-a-file]\n --> \(file)\n"), "\(build.messages)")
    #expect(try Project.files(in: site.path + "/Public").isEmpty)
    #expect(try site.run("build")?.status == 0)
  }
}
