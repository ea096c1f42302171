import Foundation
import TestSupport
import Testing

/// Machines that lose their power, and disks with whims: `Tests/Material/preload/disk.c` stands between the program and
/// its files, and loses what was not synced.
@Suite("Power cuts", .serialized)
struct PowerCutTests {
  /// A disk that fails as it is told, with a copy of the sample site on it.
  private struct Disk {
    let site = Project.newFolder()
    let library: String
    private let starts: [String]

    /// `nil` without a compiler for C.
    init?() throws {
      try FileManager.default.createDirectory(atPath: site, withIntermediateDirectories: true)
      for folder in ["Content", "Templates"] {
        try FileManager.default.copyItem(atPath: Project.folder + "/" + folder, toPath: site + "/" + folder)
      }
      library = site + "/disk.so"
      starts = ["one", "other"].map { [site] in site + "/start-" + $0 }
      for start in starts { try Data(start.utf8).write(to: URL(filePath: start)) }
      guard try Project.compile("disk.c", into: library) else {
        remove()
        return nil
      }
    }

    /// Builds the site on a machine that was started so often before.
    func build(start: Int, _ whims: [String: String] = [:]) throws -> Project.Result {
      let environment = whims.merging(["LD_PRELOAD": library, "DISK_START": starts[start]]) { $1 }
      return try Project.run(["build", "--site", site], environment: environment)
    }

    func published() throws -> [String: Data] {
      try Project.files(in: site + "/Public").filter { !$0.key.hasPrefix(".") }
    }

    func remove() { try? FileManager.default.removeItem(atPath: site) }
  }

  @Test("after a power cut at any moment of a first build, the next one gives the right bytes")
  func firstBuild() throws {
    guard let disk = try Disk() else { return }
    defer { disk.remove() }
    #expect(try disk.build(start: 0).status == 0)
    let right = try disk.published()
    var harmed = 0
    for (round, cut) in [0, 0, 0, 0, 1, 2, 3, 5, 8, 12].enumerated() {
      for folder in ["Public", ".bulletin"] { try FileManager.default.removeItem(atPath: disk.site + "/" + folder) }
      let ended = try disk.build(start: 0, ["DISK_CUT": "\(cut)", "DISK_SEED": "\(round)"])
      #expect(ended.status == SIGKILL, "the power was not cut: \(ended.messages)")
      if try disk.published() != right { harmed += 1 }
      let next = try disk.build(start: 1)
      #expect(next.status == 0, "round \(round): \(next.messages)")
      #expect(try disk.published() == right, "round \(round)")
    }
    #expect(harmed > 5, "the disk lost nothing")
  }

  @Test("after a power cut while a site gains and loses pages, the next build gives the right bytes")
  func change() throws {
    guard let disk = try Disk() else { return }
    defer { disk.remove() }
    #expect(try disk.build(start: 0).status == 0)
    let issue = disk.site + "/Content/bulletins/2025/003.md"
    let text = try Data(contentsOf: URL(filePath: issue))
    try FileManager.default.removeItem(atPath: issue)
    #expect(try disk.build(start: 0).status == 0)
    let right = try disk.published()
    for (round, cut) in [0, 0, 0, 0, 1, 2, 3, 4].enumerated() {
      try text.write(to: URL(filePath: issue))
      _ = try disk.build(start: 0, ["DISK_CUT": "\(cut)", "DISK_SEED": "\(round)"])
      try FileManager.default.removeItem(atPath: issue)
      let next = try disk.build(start: 1)
      #expect(next.status == 0, "round \(round): \(next.messages)")
      #expect(try disk.published() == right, "round \(round)")
      #expect(try disk.build(start: 0).status == 0)
    }
  }

  @Test("a file system without locks is told of, and the site is built")
  func withoutLocks() throws {
    guard let disk = try Disk() else { return }
    defer { disk.remove() }
    let result = try disk.build(start: 0, ["DISK_WITHOUT_LOCKS": "1"])
    #expect(result.status == 0 && result.messages.contains("note: the file system has no locks"), "\(result.messages)")
  }
}
