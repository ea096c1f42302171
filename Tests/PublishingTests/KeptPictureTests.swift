import Foundation
import System
import TestSupport
import Testing

@testable import Publishing

/// What is kept of pictures that other programs make, and what these leave behind.
@Suite("Pictures that are kept")
struct KeptPictureTests {
  private static let canScale = (try? ImageScaler.installed()) != nil
  private static let canDraw = (try? CardPainter.installed()) != nil

  private func site(_ settings: String = "image_widths: true\n") throws -> TemporarySite {
    let site = try TemporarySite()
    try site.write("Content/site.yaml", try site.read("Content/site.yaml") + settings)
    try site.addIssue(1, body: "![A cloud](cloud.jpg)")
    try site.write("Content/bulletins/cloud.jpg", "")
    let arguments = ["perlin", site.path + "/Content/bulletins/cloud.jpg", "1600", "900", "--uchar", "--seed", "1"]
    if Self.canScale { #expect(try ExternalProgram.result(of: "vips", arguments).status == 0) }
    return site
  }

  private func names(_ site: TemporarySite, _ folder: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: site.path + "/.bulletin/" + folder).sorted()
  }

  /// Puts a script in the place of a program, behind which `$program` is that program.
  private func replace(_ program: String, in site: TemporarySite, by script: String) throws -> [String: String] {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let real = path.split(separator: ":").map { "\($0)/\(program)" }.first(where: FileManager.default.isExecutableFile)
    try site.write("bin/\(program)", "#!/bin/sh\nprogram=\(real ?? "")\n\(script)\n")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: site.path + "/bin/\(program)")
    return ["PATH": site.path + "/bin:" + path]
  }

  @Test("a link in the place of a folder leads to somebody else: nothing there is written or removed")
  func links() throws {
    let site = try site("image_widths: true\ncards: true\n")
    let digest = String(repeating: "0a", count: 16)
    let strangers = ["other/\(digest)", "other/\(digest)-480-0123456789ab", "other/letter.txt", "other/a-b.txt"]
    for file in strangers { try site.write(file, file) }
    try FileManager.default.createDirectory(atPath: site.path + "/.bulletin", withIntermediateDirectories: true)
    for folder in ["images", "cards"] {
      try FileManager.default.createSymbolicLink(
        atPath: site.path + "/.bulletin/" + folder, withDestinationPath: site.path + "/other")
    }
    func expectNothingHappened(_ when: String) throws {
      let files = try Project.files(in: site.path + "/other").keys.map { "other/" + $0 }
      #expect(files.sorted() == strangers.sorted(), "\(when)")
    }
    if Self.canScale, Self.canDraw {
      #expect(try site.build().isPublished)
      try expectNothingHappened("a build")
      let published = try site.publishedFiles()
      #expect(published.keys.contains { $0.contains("cloud-480-") } && published["card-1200x630.png"] != nil)
    }
    for folder in [KeptFolder.images(of: site.path), .cards(of: site.path)] {
      folder.write([1], as: String(digest.reversed()))
      #expect(folder.read(digest) == nil)
      folder.prune { _ in false }
      folder.remove()
      try expectNothingHappened("asking the folder itself")
    }
  }

  @Test("what another site keeps is not read through a link in the place of a folder")
  func linkedRead() throws {
    let (site, other) = (try TemporarySite(), try TemporarySite())
    let digest = String(repeating: "0a", count: 16)
    KeptFolder.images(of: other.path).write([1, 2], as: digest)
    #expect(KeptFolder.images(of: other.path).read(digest) == [1, 2])
    try FileManager.default.createDirectory(atPath: site.path + "/.bulletin", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: site.path + "/.bulletin/images", withDestinationPath: other.path + "/.bulletin/images")
    #expect(KeptFolder.images(of: site.path).read(digest) == nil)
  }

  @Test("only what the program itself names so is removed from its folders")
  func ownNames() throws {
    let site = try site()
    let folder = KeptFolder.images(of: site.path)
    let digest = String(repeating: "0a", count: 16)
    let own = [digest, digest + "-480-0123456789ab", digest + ".17-3", "known", "known.17-3"]
    let strangers = [digest + "x", "a-b", "letter.txt", "knowns", String(digest.dropLast())]
    for name in own + strangers { try site.write(".bulletin/images/" + name, name) }
    folder.prune { $0 == digest }
    #expect(try names(site, "images") == ([digest] + strangers).sorted())
    folder.remove()
    #expect(try names(site, "images") == strangers.sorted())
    for name in strangers { try site.remove(".bulletin/images/" + name) }
    folder.remove()
    #expect(try !names(site).contains("images"))
  }

  @Test("without their settings, pictures are kept no longer", .enabled(if: canScale && canDraw))
  func settingsGone() throws {
    let site = try site("image_widths: true\ncards: true\n")
    _ = try site.build()
    #expect(try Set(names(site)).isSuperset(of: ["images", "cards"]))
    // A build that looks at changed texts alone knows nothing of the others.
    try site.addIssue(1, body: "![A cloud](cloud.jpg) Another text.")
    _ = try site.build()
    #expect(try Set(names(site)).isSuperset(of: ["images", "cards"]))
    let settings = try site.read("Content/site.yaml")
    try site.write(
      "Content/site.yaml", settings.replacing("image_widths: true\n", with: "").replacing("cards: true\n", with: ""))
    _ = try site.build()
    #expect(try Set(names(site)).isDisjoint(with: ["images", "cards"]))
  }

  @Test("a build removes what killed ones left behind, and nothing in which somebody works")
  func leftovers() throws {
    let site = try TemporarySite()
    try site.addIssue(1)
    for folder in ["scaling-1-1", "drawing-77-2", "printing-99", "scaling-of-mine", "scaling-2-2"] {
      try site.write(".bulletin/\(folder)/a.png", "a")
    }
    let lock = try FileLock(site.path + "/.bulletin/scaling-2-2/.lock") {}
    let folder = try WorkFolder(for: .printing, in: site.path)
    _ = try site.build()
    let left = try names(site).filter { $0.hasPrefix("scaling") || $0.hasPrefix("drawing") || $0.hasPrefix("printing") }
    #expect(left == [folder.path.split(separator: "/").last.map(String.init) ?? "", "scaling-2-2", "scaling-of-mine"])
    #expect(lock.isHeld)
  }

  @Test(
    "a program works on a file of its own, which goes with what it made; what the machine can't do is no fault of it")
  func programs() throws {
    let site = try TemporarySite()
    let folder = try WorkFolder(for: .drawing, in: site.path)
    let program = PictureProgram(name: "sh", failure: "the picture can't be made")
    func outcome(_ script: String) throws -> String {
      switch try program.picture(
        of: [0x61, 0x62], ending: (".txt", ".out"), "Content/a.txt", in: folder,
        { ["-c", script, $0, $1] })
      {
      case .made(let bytes): String(decoding: bytes, as: UTF8.self)
      case .refused(let words): "refused: \(words)"
      }
    }
    #expect(try outcome("test -L $0 || cat $0 $0 > $1") == "abab")
    #expect(try outcome("echo \"Error reading $0: it is empty\" >&2; echo more; exit 1") == "refused: it is empty")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [".lock"])
    for (script, reason) in [
      ("kill -9 $$", "sh ended with status 137"), ("exit 127", "sh ended with status 127"),
      ("rm -r \"${0%/*}\"; exit 1", "No such file or directory"),
    ] {
      let failure = #expect(throws: EnvironmentError.self) { try outcome(script) }
      #expect(failure?.description.hasSuffix(reason) == true, "\(script): \(failure?.description ?? "nothing")")
    }
  }

  @Test("what the machine could not do once is done later, and is no damage", .enabled(if: canScale))
  func failures() throws {
    let site = try site()
    let isVersion = "[ \"$1\" = --version ] && exec $program \"$@\""
    let killed = try replace("vips", in: site, by: "\(isVersion)\nkill -9 $$")
    let first = try Project.run("build", "--site", site.path, environment: killed)
    #expect(first.status == 2 && first.messages.contains("Content/bulletins/cloud.jpg: the picture can't be scaled"))
    #expect(
      !first.messages.contains("damaged-image") && !FileManager.default.fileExists(atPath: site.path + "/Public/2010"))
    let failing = try replace("vips", in: site, by: "\(isVersion)\nexit 1")
    let second = try Project.run("build", "--site", site.path, environment: failing)
    #expect(second.status == 0 && second.messages.contains("damaged-image"), "\(second.messages)")
    let elsewhere = try Project.run("build", "--site", site.path, "--output", site.path + "/.other")
    #expect(!elsewhere.messages.contains("damaged-image"), "that is kept: \(elsewhere.messages)")
    try FileManager.default.removeItem(atPath: site.path + "/.bulletin/images")
    let third = try Project.run("build", "--site", site.path, "--force")
    #expect(!third.messages.contains("damaged-image"), "force trusts it: \(third.messages)")
    let published = try site.publishedFiles()
    let smaller = published.filter { $0.key.contains("cloud-") }
    #expect(smaller.count == 2 && smaller.allSatisfy { $0.value.count < (published["2010/1/cloud.jpg"]?.count ?? 0) })
  }

  @Test("cards with letters in the fonts of the machine are drawn anew when it has others", .enabled(if: canDraw))
  func fonts() throws {
    let site = try site("cards: true\n")
    func drawn(_ arguments: String..., changing description: String) throws -> Int {
      _ = try replace("fc-list", in: site, by: "cat \(site.path)/fonts")
      let environment = try replace(
        "rsvg-convert", in: site, by: "[ \"$1\" = --version ] || echo >> \(site.path)/log\nexec $program \"$@\"")
      try site.write("log", "")
      try site.write("Content/site.yaml", settings + "publisher: \(description)\n")
      let result = try Project.run(["build", "--site", site.path] + arguments, environment: environment)
      #expect(result.status == 0, "\(result.messages)")
      return try site.read("log").count
    }
    let settings = try site.read("Content/site.yaml")
    try site.write("fonts", "b\na\n")
    #expect(try drawn(changing: "A") == 3)
    try site.write("fonts", "c\n")
    #expect(try drawn(changing: "B") == 0, "outlines are the same everywhere")
    try site.write(
      "Templates/card.svg",
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1200\" height=\"630\"><text y=\"90\">{{ site.title }}</text></svg>"
    )
    #expect(try drawn(changing: "B") == 3)
    #expect(try drawn(changing: "C") == 0)
    try site.write("fonts", "d\nc\n")
    #expect(try drawn(changing: "D") == 3)
    try site.write("fonts", "c\nd\n")
    #expect(try drawn(changing: "E") == 0, "they are in no order")
    #expect(try drawn("--force", changing: "E") == 3)
    #expect(try drawn("--repair", changing: "E") == 3)
  }

  @Test(
    "--repair and --force mend a card that was drawn wrongly", .enabled(if: canDraw),
    arguments: ["--repair", "--force"])
  func wrongCard(_ option: String) throws {
    let site = try site("cards: true\n")
    let blank = "<svg xmlns='http://www.w3.org/2000/svg' width='1200' height='630'/>"
    let wrong = try replace(
      "rsvg-convert", in: site,
      by: "[ \"$1\" = --version ] && exec $program \"$@\"\necho \"\(blank)\" | $program --output \"$2\"")
    #expect(try Project.run("build", "--site", site.path, environment: wrong).status == 0)
    let before = try site.publishedFiles()["2010/1/card-1200x630.png"]
    #expect(try Project.run("build", "--site", site.path).status == 0)
    #expect(try site.publishedFiles()["2010/1/card-1200x630.png"] == before)
    #expect(try Project.run("build", "--site", site.path, option).status == 0)
    #expect(try site.publishedFiles()["2010/1/card-1200x630.png"] != before)
    #expect(try Project.run("build", "--site", site.path, "--verify").status == 0)
  }
}
