import Foundation
import Glibc
import System
import TestSupport
import Testing

@Suite("Files")
struct FileTests {
  @Test(
    "a file is read whole, whatever its size is and the system says of it", arguments: [0, 1, 65_535, 65_536, 200_000])
  func wholeFiles(size: Int) throws {
    let site = try TemporarySite(theme: false)
    try site.write("file", Data(repeating: 0x61, count: size))
    #expect(try FileAccess.read(site.path + "/file").count == size)
    // What the system makes up when it is asked has no size.
    #expect(try FileAccess.read("/proc/version").last == 0x0A)
  }

  @Test("a pipe to which nobody writes is refused, and not waited for")
  func pipes() throws {
    let site = try TemporarySite(theme: false)
    let made = unsafe mkfifo(site.path + "/pipe", 0o600)
    #expect(made == 0)
    #expect(throws: EnvironmentError.self) { try FileAccess.read(site.path + "/pipe") }
  }

  @Test("what is written takes the place of what was there, and missing folders are made when that is asked for")
  func writing() throws {
    let site = try TemporarySite(theme: false)
    let path = site.path + "/a/b/index.html"
    #expect(throws: EnvironmentError.self) { try FileAccess.write([1], to: path) }
    try FileAccess.write([1, 2, 3], to: path, makingFolders: true)
    try FileAccess.write([4], to: path)
    #expect(try FileAccess.read(path) == [4])
    try FileAccess.removeIfThere(path)
    try FileAccess.removeIfThere(path)
    #expect(FileAccess.kind(path) == .nothing && FileAccess.kind(site.path + "/a/b") == .folder)
  }

  @Test("the names in a folder stand in the order of their bytes, and a link is none of the things it leads to")
  func names() throws {
    let site = try TemporarySite(theme: false)
    for name in ["b", "B", "ł", "a-", "a"] { try site.write("folder/" + name, "") }
    try FileManager.default.createSymbolicLink(atPath: site.path + "/folder/z", withDestinationPath: "a")
    #expect(try FileAccess.names(in: site.path + "/folder").map(\.name) == ["B", "a", "a-", "b", "z", "ł"])
    #expect(FileAccess.kind(site.path + "/folder/z") == .file)
    #expect(FileAccess.kindWithoutFollowing(site.path + "/folder/z") == .other)
  }

  @Test("a tree is removed, and what a link in it leads to is not")
  func trees() throws {
    let site = try TemporarySite(theme: false)
    try site.write("kept/x", "x")
    try site.write("tree/a/b", "x")
    try FileManager.default.createSymbolicLink(atPath: site.path + "/tree/link", withDestinationPath: "../kept")
    FileAccess.removeTree(site.path + "/tree")
    #expect(FileAccess.kind(site.path + "/tree") == .nothing && FileAccess.kind(site.path + "/kept/x") == .file)
  }

  @Test("a file where a folder must be is said in words")
  func inTheWay() throws {
    let site = try TemporarySite(theme: false)
    try site.write("a", "x")
    let error = #expect(throws: EnvironmentError.self) { try FileAccess.makeFolder(site.path + "/a") }
    #expect(error?.description == "\(site.path)/a: the folder can't be made: a file is in its place")
  }
}

@Suite("Stamps of files")
struct StampTests {
  /// The granularity of the clocks that file systems have, twice.
  private static let wait = 20_000_000

  @Test("a stamp counts only when the clock has moved on since the file was saved")
  func freshness() throws {
    let site = try TemporarySite(theme: false)
    try site.write("file", "x")
    let stamp = try #require(FileStamp(site.path + "/file"))
    #expect(stamp.isFresh(at: stamp.saved) && stamp.kept(at: stamp.saved).isEmpty)
    #expect(stamp.isFresh(at: stamp.saved + Self.wait / 2) && stamp.kept(at: stamp.saved + Self.wait / 2).isEmpty)
    // A second is more than any clock's tick, and the time of the change is that of the saving, or hardly later.
    let later = stamp.saved + 1_000_000_000
    #expect(!stamp.isFresh(at: later) && stamp.kept(at: later) == stamp.bytes && !stamp.bytes.isEmpty)
    // What was saved in the future is never trusted.
    #expect(stamp.isFresh(at: stamp.saved - 1_000_000_000))
  }

  @Test("another size, time or file is another stamp; the same bytes are the same one")
  func differences() throws {
    let site = try TemporarySite(theme: false)
    try site.write("file", "x")
    let path = site.path + "/file"
    let stamp = try #require(FileStamp(path))
    #expect(FileStamp(path) == stamp && FileStamp(bytes: stamp.bytes) == stamp)
    #expect(FileStamp(bytes: stamp.bytes + [0]) == nil && FileStamp(site.path + "/none") == nil)
    try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSince1970: 9)], ofItemAtPath: path)
    let older = try #require(FileStamp(path))
    #expect(older != stamp && older.saved == 9_000_000_000)
    // A build gives its files their names, which changes a time that says nothing of the contents.
    usleep(20_000)
    try FileManager.default.moveItem(atPath: path, toPath: path + "2")
    let moved = try #require(FileStamp(path + "2"))
    #expect(moved != older && moved.ofContents == older.ofContents)
    try site.write("file", "y")
    #expect(FileStamp(path)?.ofContents != older.ofContents)
  }
}
