import Diagnostics
import Foundation
import TestSupport
import Testing
import Text

@testable import CommandLine

/// What the preview says in its own words.
@Suite("The preview's own pages")
struct PreviewPageTests {
  @Test("their templates read what is declared, and nothing else")
  func templates() {
    #expect(PreviewTemplates.compiled.mistakes.isEmpty, "\(PreviewTemplates.compiled.mistakes.map(\.printed))")
  }

  @Test("a page that can't be made and a site that can't be read say so")
  func frames() {
    let page = PreviewTemplates.brokenPage.html.string
    #expect(page.hasPrefix("<!doctype html>\n") && page.contains("<title>A page that can't be made – preview</title>"))
    #expect(page.contains("<main>\n<p>This page can't be made yet.</p>\n</main>\n</body>\n</html>\n"))
    let site = PreviewTemplates.unreadableSite.html.string
    #expect(site.contains("<title>A site that can't be read – preview</title>"))
    #expect(site.contains("<main>\n<p>The site can't be read yet.</p>\n</main>"))
  }

  @Test("the panel of mistakes shows the first fifty as text, and counts the others")
  func mistakes() {
    let kind = DiagnosticKind("tried", .error, "")
    func panel(_ count: Int) -> String {
      let mistakes = (0..<count).map { Diagnostic(kind, "<b> no. \($0)", in: "a.md") }
      let html = PreviewTemplates.mistakes.html(of: mistakes).string
      let parts = html.split(separator: "</style>\n", maxSplits: 1)
      #expect(parts.count == 2 && parts[0].contains("#bulletin-errors {"))
      return String(parts.last ?? "")
    }
    #expect(
      panel(1) == """
        <section role="alert"><h2>1 mistake; the page shows what was right before</h2>
        <pre>error: &lt;b&gt; no. 0 [tried]
         --&gt; a.md
        </pre>
        </section>

        """)
    let many = panel(53)
    #expect(many.contains("<h2>53 mistakes; ") && many.contains("<p>… and 3 more</p>"))
    #expect(many.contains("no. 49 ") && !many.contains("no. 50 "))
  }

  @Test("the panel leads to the line where an editor begins, and shows a link that leads nowhere")
  func panel() throws {
    let preview = try PreviewProcess { site in
      try change("Content/site.yaml", of: site) { $0 + "editor_url: \"x-mine://{path}:{line}\"\n" }
      try change("Content/bulletins/2023/001.md", of: site) {
        $0.replacing("\n\n**", with: "\n\n[a link](nowhere.html)\n\n**", maxReplacements: 1)
      }
    }
    let panel = try preview.get("/.preview/panel?page=/2023/1/").text
    let file = preview.site + "/Content/bulletins/2023/001.md"
    #expect(panel.contains(" · <a href=\"x-mine://\(file):7\">open in the editor</a></dd>\n"))
    #expect(
      panel.contains(
        """
        <pre>warning: there is no file Content/bulletins/2023/nowhere.html [broken-link]
          --&gt; Content/bulletins/2023/001.md:22:10
           |
        22 | [a link](nowhere.html)
           |          ^^^^^^^^^^^^
           = help: an address of the web begins with https://
        </pre>

        """))
  }

  @Test("style and scripts are those of the project, with their types")
  func assets() throws {
    let preview = try PreviewProcess()
    for (address, file, type) in [
      ("script.js", "panel.js", "text/javascript"), ("list.js", "list.js", "text/javascript"),
      ("page.css", "page.css", "text/css"),
    ] {
      let answer = try preview.get("/.preview/" + address)
      let path = Project.folder + "/Sources/CommandLine/Embedded/preview/" + file
      #expect(answer.status == 200 && answer.headers["content-type"] == type + "; charset=utf-8")
      #expect(try answer.body == Data(contentsOf: URL(filePath: path)), "\(file)")
    }
    #expect(try preview.get("/.preview/panel.html").status == 404)
  }

  private func change(_ path: String, of site: String, _ edit: (String) -> String) throws {
    let file = URL(filePath: site + "/" + path)
    try Data(edit(String(contentsOf: file, encoding: .utf8)).utf8).write(to: file)
  }
}
