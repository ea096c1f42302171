import Foundation
import TestSupport
import Testing

/// Builds that end before their time: what is published is whole at any moment, and the next build makes it right.
@Suite("Interrupted builds", .serialized)
struct CrashTests {
  /// A copy of the sample site that has two states, and what each of them publishes.
  private struct TwoStates {
    let site = Project.newFolder()
    let settings: [String]
    private(set) var published: [[String: Data]] = []

    init() throws {
      try FileManager.default.createDirectory(atPath: site, withIntermediateDirectories: true)
      for folder in ["Content", "Templates"] {
        try FileManager.default.copyItem(atPath: Project.folder + "/" + folder, toPath: site + "/" + folder)
      }
      let text = try String(contentsOfFile: site + "/Content/site.yaml", encoding: .utf8)
      settings = [text, text.replacing(/(?m)^base_url:.*$/, with: "base_url: https://other.example.org/")]
      for state in 0..<2 {
        try become(state)
        let output = Project.newFolder()
        let result = try Project.run("build", "--site", site, "--output", output)
        #expect(result.status == 0, "\(result.messages)")
        published.append(try Project.files(in: output))
        try FileManager.default.removeItem(atPath: output)
      }
    }

    func become(_ state: Int) throws {
      try Data(settings[state].utf8).write(to: URL(filePath: site + "/Content/site.yaml"))
    }

    /// A build that is under way.
    func startBuild() throws -> Process {
      let process = Process()
      process.executableURL = URL(filePath: Project.program)
      process.arguments = ["build", "--quiet", "--site", site]
      process.standardError = FileHandle.nullDevice
      try process.run()
      return process
    }

    /// Puts a disk of its own in the place of the published folder; the result is whether that is allowed.
    func mountDisk(_ options: String...) throws -> Bool {
      try FileManager.default.createDirectory(atPath: site + "/Public", withIntermediateDirectories: true)
      let isMounted = run("/bin/mount", ["-t", "tmpfs"] + options + ["tmpfs", site + "/Public"]) == 0
      if !isMounted { print("skipped: no right to mount a disk") }
      return isMounted
    }

    func remove() {
      _ = run("/bin/umount", ["-q", site + "/Public"])
      try? FileManager.default.removeItem(atPath: site)
    }

    /// The published files that are neither those of one state nor of the other.
    func broken() throws -> [String] {
      let files = try Project.files(in: site + "/Public").filter { !$0.key.hasPrefix(".") }
      return files.filter { file, bytes in !published.contains { $0[file] == bytes } }.map(\.key).sorted()
    }
  }

  @Test("a build that is killed at a hundred moments leaves every published file whole")
  func kills() throws {
    let states = try TwoStates()
    defer { try? FileManager.default.removeItem(atPath: states.site) }
    #expect(states.published[0] != states.published[1])
    var random = SeededRandom(seed: 41)
    var killed = 0
    for round in 0..<100 {
      try states.become(round % 2)
      let process = try states.startBuild()
      usleep(UInt32(random.roll(260_000)))
      if process.isRunning { killed += 1 }
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let broken = try states.broken()
      #expect(broken.isEmpty, "after round \(round): \(broken)")
      guard round % 10 == 9 else { continue }
      let result = try Project.run("build", "--site", states.site, "--force")
      #expect(result.status == 0, "\(result.messages)")
      let files = try Project.files(in: states.site + "/Public").filter { !$0.key.hasPrefix(".") }
      #expect(files == states.published[round % 2], "after round \(round)")
    }
    #expect(killed > 20, "the builds were too fast to be killed")
  }

  @Test("two builds at once both end well, one after the other")
  func twoAtOnce() throws {
    let states = try TwoStates()
    defer { try? FileManager.default.removeItem(atPath: states.site) }
    let processes = try (0..<3).map { _ in try states.startBuild() }
    for process in processes {
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
    let files = try Project.files(in: states.site + "/Public").filter { !$0.key.hasPrefix(".") }
    #expect(files == states.published[1])
  }

  @Test("a disk that is full leaves the site as it was, and says so")
  func fullDisk() throws {
    let states = try TwoStates()
    defer { states.remove() }
    let disk = states.site + "/Public"
    let size = states.published[0].values.reduce(0) { $0 + ($1.count + 4_095) / 4_096 * 4_096 }
    guard try states.mountDisk("-o", "size=\(size * 5 / 4)") else { return }
    try states.become(0)
    let first = try Project.run("build", "--site", states.site)
    #expect(first.status == 0, "\(first.messages)")
    try states.become(1)
    let second = try Project.run("build", "--site", states.site)
    #expect(second.status == 2 && second.messages.contains("No space left on device"), "\(second.messages)")
    let files = try Project.files(in: disk).filter { !$0.key.hasPrefix(".") }
    #expect(files == states.published[0])
  }

  @Test("a folder that became read-only keeps its site, and gets the next one when it can be written again")
  func readOnlyFolder() throws {
    let states = try TwoStates()
    defer { states.remove() }
    let disk = states.site + "/Public"
    guard try states.mountDisk() else { return }
    try states.become(0)
    #expect(try Project.run("build", "--site", states.site).status == 0)
    #expect(run("/bin/mount", ["-o", "remount,ro", disk]) == 0)
    try states.become(1)
    let refused = try Project.run("build", "--site", states.site)
    #expect(refused.status == 2 && refused.messages.contains("Read-only file system"), "\(refused.messages)")
    #expect(try Project.files(in: disk).filter { !$0.key.hasPrefix(".") } == states.published[0])
    #expect(run("/bin/mount", ["-o", "remount,rw", disk]) == 0)
    #expect(try Project.run("build", "--site", states.site).status == 0)
    #expect(try Project.files(in: disk).filter { !$0.key.hasPrefix(".") } == states.published[1])
  }

  @Test("a source that vanishes while a build reads the others is no crash, and the next build makes it right")
  func vanishingSource() throws {
    let states = try TwoStates()
    defer { try? FileManager.default.removeItem(atPath: states.site) }
    let path = states.site + "/Content/bulletins/2024/002.md"
    let text = try Data(contentsOf: URL(filePath: path))
    for round in 0..<20 {
      try states.become(round % 2)
      let process = try states.startBuild()
      usleep(UInt32(round * 9_000))
      try FileManager.default.removeItem(atPath: path)
      process.waitUntilExit()
      #expect(process.terminationReason == .exit, "round \(round)")
      try text.write(to: URL(filePath: path))
      let next = try Project.run("build", "--verify", "--site", states.site)
      #expect(next.status == 0, "round \(round): \(next.messages)")
    }
    #expect(try states.broken().isEmpty)
  }

  @Test(
    "a site that is built in its own folder remembers its first build: what is deleted goes, and nothing is made twice")
  func ownFolder() throws {
    let states = try TwoStates()
    defer { try? FileManager.default.removeItem(atPath: states.site) }
    let records = { try FileManager.default.contentsOfDirectory(atPath: states.site + "/.bulletin").sorted() }
    #expect(try Project.run(["build"], in: states.site).status == 0)
    let first = try records()
    let again = try Project.run(["build"], in: states.site)
    #expect(again.output.contains(" 0 files written"), "\(again.output)")
    #expect(try records() == first)
    try FileManager.default.removeItem(atPath: states.site + "/Content/bulletins/2025/003.md")
    let without = try Project.run(["build", "--verify"], in: states.site)
    #expect(without.status == 0 && !without.messages.contains("is not of this site"), "\(without.messages)")
    #expect(
      without.messages.contains("/2025/3/ is gone") && !without.messages.contains("/topics/small-agreements/ is gone"))
    #expect(!FileManager.default.fileExists(atPath: states.site + "/Public/2025/3/index.html"))
  }

  @Test("a build that would remove much of the site asks first")
  func removal() throws {
    let states = try TwoStates()
    defer { try? FileManager.default.removeItem(atPath: states.site) }
    #expect(try Project.run("build", "--site", states.site).status == 0)
    try FileManager.default.removeItem(atPath: states.site + "/Content/bulletins/2024")
    let asked = try Project.run("build", "--site", states.site)
    #expect(asked.status == 2 && asked.messages.contains("--force"), "\(asked.messages)")
    #expect(try Project.files(in: states.site + "/Public").filter { !$0.key.hasPrefix(".") } == states.published[1])
    #expect(try Project.run("build", "--site", states.site, "--force").status == 0)
  }
}

/// Runs a program of the system; the result is its exit status.
private func run(_ program: String, _ arguments: [String]) -> Int32 {
  let process = Process()
  process.executableURL = URL(filePath: program)
  process.arguments = arguments
  process.standardError = FileHandle.nullDevice
  guard (try? process.run()) != nil else { return -1 }
  process.waitUntilExit()
  return process.terminationStatus
}
