import Foundation
import TestSupport
import Testing

@testable import Importing

@Suite("Days that Git knows")
struct GitDayTests {
  /// Runs Git in a folder.
  private func git(_ folder: String, _ arguments: String...) throws {
    let git = Process()
    git.executableURL = URL(filePath: "/usr/bin/env")
    git.arguments = ["git", "-C", folder, "-c", "user.name=A", "-c", "user.email=a@b.example"] + arguments
    git.environment = ["GIT_COMMITTER_DATE": "2019-03-04T12:00:00Z", "PATH": "/usr/bin:/bin"]
    git.standardOutput = FileHandle.nullDevice
    try git.run()
    git.waitUntilExit()
    #expect(git.terminationStatus == 0)
  }

  @Test("a text that says no day gets that of its first version, if Git knows it, and nothing else is changed")
  func datesOfGit() throws {
    let folder = Project.newFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder + "/old/issues", withIntermediateDirectories: true)
    func write(_ path: String, _ text: String) throws {
      try text.write(toFile: folder + "/old/issues/" + path, atomically: true, encoding: .utf8)
    }
    try write("issue-1.md", "# Letter 1\n\nNets.\n")
    try write("issue-2.md", "---\ntitle: Letter 2\n---\n\nRopes.\n")
    try write("issue-3.md", "---\ntitle: Letter 3\ndate: 2020-01-01\n---\n\nTar.\n")
    try write("pier.png", "a pier")
    try write("README.md", "# Letters\n")
    try git(folder + "/old", "init", "-q")
    try git(folder + "/old", "add", ".")
    try git(folder + "/old", "commit", "-q", "-m", "a", "--date", "2019-03-04T12:00:00Z")
    try write("issue-4.md", "# Letter 4\n\nOars.\n")
    let report = try Import.run(from: folder + "/old/issues", to: folder + "/new")
    func made(_ path: String) throws -> String {
      try String(contentsOfFile: folder + "/new/Content/bulletins/" + path, encoding: .utf8)
    }
    #expect(try made("issue-1.md") == "---\ndate: 2019-03-04\n---\n\n# Letter 1\n\nNets.\n")
    #expect(try made("issue-2.md") == "---\ndate: 2019-03-04\ntitle: Letter 2\n---\n\nRopes.\n")
    #expect(try made("issue-3.md") == "---\ntitle: Letter 3\ndate: 2020-01-01\n---\n\nTar.\n")
    #expect(try made("issue-4.md") == "# Letter 4\n\nOars.\n" && made("pier.png") == "a pier")
    #expect(report.doubts.map(\.file).sorted() == ["README.md", "issue-1.md", "issue-2.md", "issue-4.md", "site.yaml"])
  }

  @Test("what the settings of an imported folder's Git ask to be run is not run")
  func foreignSettings() throws {
    let folder = Project.newFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let (old, trace, program) = (folder + "/old", folder + "/ran", folder + "/sign")
    try FileManager.default.createDirectory(atPath: old, withIntermediateDirectories: true)
    try "# Letter 1\n\nNets.\n".write(toFile: old + "/issue-1.md", atomically: true, encoding: .utf8)
    let script =
      "#!/bin/sh\ntouch '\(trace)'\ncat > /dev/null\nprintf '\\n[GNUPG:] SIG_CREATED D 1 8 00 0 X\\n' >&2\n"
      + "printf -- '-----BEGIN PGP SIGNATURE-----\\n\\nx\\n-----END PGP SIGNATURE-----\\n'\n"
    try script.write(toFile: program, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    try git(old, "init", "-q")
    try git(old, "config", "gpg.program", program)
    try git(old, "config", "log.showSignature", "true")
    try git(old, "add", ".")
    try git(old, "commit", "-q", "-S", "-m", "a", "--date", "2019-03-04T12:00:00Z")
    try FileManager.default.removeItem(atPath: trace)
    // So it would be run: the signature is there to be checked.
    try git(old, "log")
    #expect(FileManager.default.fileExists(atPath: trace))
    try FileManager.default.removeItem(atPath: trace)
    _ = try Import.run(from: old, to: folder + "/new")
    #expect(!FileManager.default.fileExists(atPath: trace))
    let made = try String(contentsOfFile: folder + "/new/Content/bulletins/issue-1.md", encoding: .utf8)
    #expect(made.hasPrefix("---\ndate: 2019-03-04\n"))
  }
}
