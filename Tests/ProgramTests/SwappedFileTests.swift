import Foundation
import TestSupport
import Testing

/// Links that somebody puts in the place of a file or a folder while a build runs: `Tests/Material/preload/swap.c` does so
/// at the moment at which it harms most.
@Suite("Places that change during a build")
struct SwappedFileTests {
  /// Builds a site in which a path becomes a link, just before another one is opened.
  ///
  /// - Returns: What the build said; `nil` without a compiler for C.
  private func build(
    _ site: TemporarySite, swapping path: String, for target: String, atOpening ending: String
  ) throws -> Project.Result? {
    let library = site.path + "/swap.so"
    guard try Project.compile("swap.c", into: library) else { return nil }
    return try Project.run(
      ["build", "--site", site.path],
      environment: [
        "LD_PRELOAD": library, "SWAP_AT": ending, "SWAP_FROM": "\(site.path)/\(path)", "SWAP_TO": target,
      ])
  }

  @Test(
    "nothing is published of a file that becomes a link out of Content",
    arguments: [
      "Content/static/notes.txt", "Content/bulletins/23.md", "Content/bulletins/table.csv", "Templates/assets/own.css",
    ])
  func source(path: String) throws {
    let (site, outside) = (try TemporarySite(theme: false), try TemporarySite(theme: false))
    try site.addIssue(23, body: "See [the table](table.csv).")
    try site.write("Content/static/notes.txt", "notes")
    try site.write("Content/bulletins/table.csv", "a,b")
    try site.write("Templates/assets/own.css", "p {}")
    try outside.write("secret", try site.read(path) + "\n\nTOPSECRET\n")
    guard
      let result = try build(site, swapping: path, for: outside.path + "/secret", atOpening: path)
    else { return }
    #expect(result.status != 0, "\(result.messages)")
    #expect(result.messages.contains("leads out of"), "\(result.messages)")
    let published = try? Project.files(in: site.path + "/Public")
    for (name, data) in published ?? [:] {
      #expect(!String(decoding: data, as: UTF8.self).contains("TOPSECRET"), "\(name)")
    }
    #expect(try Project.run(["build", "--site", site.path]).status != 0, "the link is a finding from then on")
  }

  @Test("where the folder of the build's own files becomes a link, nothing is put aside or removed where that leads")
  func ownFolder() throws {
    let (site, outside) = (try TemporarySite(theme: false), try TemporarySite(theme: false))
    try site.addIssue(1)
    try outside.write("staging-mine/precious", "mine")
    let before = try Project.files(in: outside.path)
    guard
      let result = try build(site, swapping: ".bulletin", for: outside.path, atOpening: "Content/site.yaml")
    else { return }
    #expect(result.status == 2 && result.messages.contains("leads out of"), "\(result.messages)")
    #expect(try Project.files(in: outside.path) == before)
  }
}
