import Foundation
import TestSupport
import Testing

/// What a preview does for an editor: mends from its panel, and what it tells beside pages.
@Suite("The preview as a desk")
struct PreviewDeskTests {
  private let text = "Content/bulletins/2025/003.md"

  private func preview(_ more: (String) throws -> Void = { _ in }) throws -> PreviewProcess {
    try PreviewProcess { site in
      try change(text, of: site) { $0 + "\nNobody came , and left.\n" }
      try more(site)
    }
  }

  private func change(_ path: String, of site: String, _ edit: (String) -> String) throws {
    let file = URL(filePath: site + "/" + path)
    try Data(edit(String(contentsOf: file, encoding: .utf8)).utf8).write(to: file)
  }

  private func attribute(_ name: String, of html: String) throws -> String {
    let parts = html.components(separatedBy: "\(name)=\"")
    return String(try #require(parts.count > 1 ? parts[1] : nil, "no \(name) in \(html)").prefix { $0 != "\"" })
  }

  private func post(_ preview: PreviewProcess, _ query: String, origin: String?, body: String = "") throws -> Int {
    let origin = origin.map { "Origin: \($0)\r\n" } ?? ""
    return try preview.send(
      "POST /.preview/mend?\(query) HTTP/1.1\r\nHost: localhost:\(preview.port)\r\n\(origin)Content-Length: \(body.utf8.count)\r\nConnection: close\r\n\r\n\(body)"
    ).status
  }

  @Test("a button of the panel mends what it stands beside, for the preview's own pages only")
  func mends() throws {
    let preview = try preview()
    let panel = try preview.get("/.preview/panel?page=/2025/3/").text
    let mend = try attribute("data-mend", of: panel)
    let query = "page=/2025/3/&mend=\(mend)&token=" + (try attribute("data-token", of: panel))
    let here = "http://localhost:\(preview.port)"
    let before = try String(contentsOfFile: preview.site + "/" + text, encoding: .utf8)
    #expect(try post(preview, query, origin: nil) == 403)
    #expect(try post(preview, query, origin: "http://evil.example") == 403)
    #expect(try post(preview, query.dropLast(1) + "x", origin: here) == 403)
    #expect(try post(preview, query, origin: here, body: "much") == 413)
    #expect(try post(preview, query.replacing(mend, with: "x"), origin: here) == 409)
    #expect(try preview.get("/.preview/mend?" + query, "Origin: \(here)").status == 404)
    #expect(try String(contentsOfFile: preview.site + "/" + text, encoding: .utf8) == before)
    #expect(try post(preview, query, origin: here) == 200)
    #expect(
      try String(contentsOfFile: preview.site + "/" + text, encoding: .utf8)
        == before.replacing("came ,", with: "came,"))
    #expect(try post(preview, query, origin: here) == 409)
    try preview.wait(for: "/2025/3/") { $0.text.contains("Nobody came, and left.") }
  }

  @Test("the list has standing pages, and the title, number and address of an issue that never was right")
  func list() throws {
    let preview = try preview { site in
      try FileManager.default.copyItem(
        atPath: site + "/Content/bulletins/2024/001.md", toPath: site + "/Content/bulletins/2024/009.md")
      try change("Content/bulletins/2024/009.md", of: site) {
        $0.replacing("No. 1 (45)", with: "No. 9 (53)") + "\n<<<<<<< one\na\n=======\nb\n>>>>>>> two\n"
      }
    }
    let list = try preview.get("/.preview/").text
    let row = try #require(list.split(separator: "\n").first { $0.contains("2024/009.md") })
    #expect(
      row.contains("<a href=\"/2024/9/\">9</a></td><td>2024-02-08</td><td>en</td><td>A Gauge for the East Quay</td>")
        && row.contains("1 mistake"), "\(row)")
    #expect(list.contains("<a href=\"/about/\">page</a>") && list.contains("Content/pages/about.pl.md"))
  }

  @Test("what publishing would change is told before it is done")
  func forecast() throws {
    let preview = try PreviewProcess()
    #expect(try preview.get("/.preview/changes").text.contains("<li>2025/3/index.html</li>"))
    let built = try Project.run(["build", "--site", preview.site])
    #expect(built.status == 0)
    #expect(try preview.get("/.preview/changes").text.contains("Nothing: the published folder is as this site is now."))
    try change(text, of: preview.site) { $0 + "\nA new end.\n" }
    let page = try preview.get("/.preview/changes").text
    #expect(
      page.contains("<h2>Changed: ") && page.contains("<li>2025/3/index.html</li>") && !page.contains("<h2>Added"))
    try change(text, of: preview.site) { $0 + "\n![x](missing.png)\n" }
    #expect(try preview.get("/.preview/changes").text.contains("Nothing: 1 error must be mended first."))
  }
}
