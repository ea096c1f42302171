import Foundation
import TestSupport
import Testing

@Suite("The sample site")
struct SampleSiteTests {
  /// The sample site, built once for all tests here.
  private static let built = Result { () throws -> [String: Data] in
    let folder = Project.newFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let result = try Project.run("build", "--strict", "--output", folder)
    guard result.status == 0 else { throw Failure(text: result.messages) }
    return try Project.files(in: folder)
  }

  private struct Failure: Error {
    let text: String
  }

  @Test("it builds without a warning")
  func builds() throws {
    #expect(try Self.built.get().count > 100)
  }

  @Test("every link and every anchor inside the site leads somewhere")
  func links() throws {
    let files = try Self.built.get()
    var ids: [String: Set<String>] = [:]
    for (path, data) in files where path.hasSuffix(".html") {
      ids[path] = Set(Markup(String(decoding: data, as: UTF8.self)).values(of: "id"))
    }
    var checked = 0
    for (path, data) in files where path.hasSuffix(".html") {
      let page = Markup(String(decoding: data, as: UTF8.self))
      for link in page.values(of: "href") + page.values(of: "src") {
        guard let (target, anchor) = resolve(link, from: path) else { continue }
        checked += 1
        #expect(files[target] != nil, "\(path) links to \(link), which is not there")
        if let anchor {
          #expect(ids[target]?.contains(anchor) == true, "\(path) links to \(link), but there is no such anchor")
        }
      }
    }
    #expect(checked > 1000)
  }

  @Test("no page has one id twice")
  func ids() throws {
    for (path, data) in try Self.built.get() where path.hasSuffix(".html") {
      let found = Markup(String(decoding: data, as: UTF8.self)).values(of: "id")
      #expect(found.count == Set(found).count, "\(path) repeats an id")
    }
  }

  @Test("every XML file can be parsed")
  func xml() throws {
    for (path, data) in try Self.built.get() where path.hasSuffix(".xml") || path.hasSuffix(".svg") {
      #expect(Markup.isWellFormedXML(data), "\(path) is no XML")
    }
  }

  /// The file and anchor of a link inside the site; `nil` for links that lead out of it.
  private func resolve(_ link: String, from page: String) -> (file: String, anchor: String?)? {
    var link = link.replacing("https://bulletin.example.org/", with: "/")
    if link.contains(":") { return nil }
    let anchor = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).dropFirst().first.map(
      String.init)
    link = String(link.prefix { $0 != "#" && $0 != "?" })
    if link.isEmpty { return (page, anchor) }
    let base = page.split(separator: "/").dropLast().joined(separator: "/")
    var path = link.hasPrefix("/") ? String(link.dropFirst()) : (base.isEmpty ? link : base + "/" + link)
    if path.isEmpty || path.hasSuffix("/") { path += "index.html" }
    var folders: [Substring] = []
    for part in path.split(separator: "/") {
      if part == ".." { _ = folders.popLast() } else if part != "." { folders.append(part) }
    }
    path = folders.joined(separator: "/")
    return (path.removingPercentEncoding ?? path, anchor)
  }
}
