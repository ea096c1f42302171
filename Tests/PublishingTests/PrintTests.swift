import Foundation
import Site
import System
import TestSupport
import Testing

@testable import Publishing

/// PDFs beside issues; those that are printed want Chromium.
@Suite("Print")
struct PrintTests {
  private static let canPrint = (try? Printer.installed()) != nil

  private func site() throws -> TemporarySite {
    let site = try TemporarySite()
    try site.addIssue(
      1, body: "![A map](map.svg)\n\nSee [the next](2.md), [a list](list.csv) and [below](#here).\n\n## Here")
    try site.addIssue(2, title: "Withdrawn", frontMatter: "---\nstatus: withdrawn\n---\n")
    try site.write(
      "Content/bulletins/map.svg",
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0h9v9z\"/></svg>")
    try site.write("Content/bulletins/list.csv", "a;b")
    try site.write("Content/site.yaml", try site.read("Content/site.yaml") + "pdfs: true\n")
    return site
  }

  private func pdfs(_ site: TemporarySite) throws -> [String: Data] {
    try site.publishedFiles().filter { $0.key.hasSuffix(".pdf") }
  }

  @Test("an issue is printed beside its page, which says so; one that was withdrawn is not", .enabled(if: canPrint))
  func printed() throws {
    let site = try site()
    let report = try site.build()
    #expect(report.isPublished)
    let files = try pdfs(site)
    #expect(files.keys.sorted() == ["2010/1/2010-1.pdf"])
    let pdf = String(decoding: try #require(files["2010/1/2010-1.pdf"]), as: Unicode.ASCII.self)
    #expect(pdf.hasPrefix("%PDF-") && pdf.contains("/StructTreeRoot") && pdf.contains("(D:20100101000000"))
    #expect(!pdf.contains("file:///"), "a link leads into the folder in which it was printed")
    #expect(pdf.contains("https://b.example.org/2010/1/list.csv"))
    let page = Markup(try site.published("2010/1/index.html"))
    let address = "https://b.example.org/2010/1/2010-1.pdf"
    #expect(page.attribute("content", after: "citation_pdf_url") == address)
    #expect(page.attribute("href", after: "type=\"application/pdf\"") == "/2010/1/2010-1.pdf")
    #expect(page.raw.contains("{\"@type\": \"MediaObject\"") || page.raw.contains("\"contentUrl\""))
    #expect(!(try site.published("2010/2/index.html")).contains("pdf"))
  }

  @Test(
    "only what changed is printed again, a clean build gives the same bytes, and what is not due goes",
    .enabled(if: canPrint))
  func incremental() throws {
    let site = try site()
    try site.addIssue(3)
    _ = try site.build()
    let before = try pdfs(site)
    #expect(try site.build().made.isEmpty)
    try site.addIssue(3, body: "Another text.")
    let second = try site.build()
    #expect(second.written.filter { $0.hasSuffix(".pdf") } == ["2010/3/2010-3.pdf"])
    try site.write(
      "Content/bulletins/map.svg",
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0h5v5z\"/></svg>")
    #expect(try site.build().written.filter { $0.hasSuffix(".pdf") } == ["2010/1/2010-1.pdf"])
    let incremental = try site.publishedFiles()
    try FileManager.default.removeItem(atPath: site.path + "/Public")
    try FileManager.default.removeItem(atPath: site.path + "/.bulletin")
    _ = try site.build()
    #expect(try site.publishedFiles() == incremental)
    #expect(try pdfs(site)["2010/3/2010-3.pdf"] != before["2010/3/2010-3.pdf"])
    try site.write("Content/site.yaml", try site.read("Content/site.yaml").replacing("pdfs: true", with: "pdfs: false"))
    #expect(try site.build().removed.filter { $0.hasSuffix(".pdf") }.count == 2)
    #expect(!(try site.published("2010/1/index.html")).contains("pdf"))
  }

  @Test("--pdf does for one build what the setting does, and pages follow", .enabled(if: canPrint))
  func option() throws {
    let site = try TemporarySite()
    try site.addIssue(1)
    var options = BuildOptions(site: site.path)
    options.printsPDF = true
    _ = try Build.run(options)
    #expect(try pdfs(site).count == 1 && site.published("2010/1/index.html").contains("2010-1.pdf"))
    _ = try site.build()
    #expect(try pdfs(site).isEmpty && !site.published("2010/1/index.html").contains("pdf"))
  }

  @Test("a page is printed from a folder: it loads what lies there, and its links lead to the web")
  func printable() throws {
    let yaml = "title: x\nbase_url: https://x.org/base/\n"
    let settings = try #require(SiteSettings.read(.init(path: "site.yaml", bytes: Array(yaml.utf8))).0)
    let html = """
      <head><link rel="stylesheet" href="/base/assets/s.css?v=1"><script src="/base/a.js">"<a href="/x">"</script></head>
      <a class="x" href="/base/2010/2/">a</a><a href="more.csv">b</a><a href="#c">c</a><a href="mailto:x@y">d</a>
      <img alt="href=" src="map%20a.png"><img src="https://z.org/a.png"> 1 < 2
      """
    let path = try #require(PagePath("2010/1/"))
    let page = PrintablePage(Array(html.utf8), at: path, of: settings, on: .letter)
    #expect(
      String(decoding: page.html, as: UTF8.self) == """
        <head><link rel="stylesheet" href="../../assets/s.css?v=1"><script src="../../a.js">"<a href="/x">"</script>\
        <style>@page { size: letter }</style></head>
        <a class="x" href="https://x.org/base/2010/2/">a</a><a href="https://x.org/base/2010/1/more.csv">b</a>\
        <a href="#c">c</a><a href="mailto:x@y">d</a>
        <img alt="href=" src="map%20a.png"><img src="https://z.org/a.png"> 1 < 2
        """)
    #expect(page.loads == ["assets/s.css", "a.js", "2010/1/map a.png"])
  }

  @Test("the times in a PDF are those of the text, whatever is known of its day")
  func times() {
    let pdf = Array("/CreationDate (D:20261126122230+00'00')/ModDate (D:20261126122230+00'00')(D:2026)".utf8)
    func set(_ day: String?) -> String { String(decoding: PDFDates.set(in: pdf, to: day), as: UTF8.self) }
    #expect(
      set("2010-02-11") == "/CreationDate (D:20100211000000+00'00')/ModDate (D:20100211000000+00'00')(D:2026)")
    #expect(set("2010").hasPrefix("/CreationDate (D:20100101000000"))
  }
}
