import Bulletins
import Diagnostics
import Foundation
import Publishing
import Text

/// The parts of a preview that are made for editors: what is wrong, what was understood, and the list of issues.
struct PreviewPages: Sendable {
  let site: LiveSite
  /// The day that it is, for issues that are dated later.
  let today: PublicationDate

  /// The panel of mistakes; nothing when there are none.
  func errors(_ diagnostics: [Diagnostic]) -> String {
    let errors = diagnostics.filter { $0.severity == .error }
    if errors.isEmpty { return "" }
    let shown = errors.prefix(50)
    let more = errors.count > shown.count ? "<p>… and \(errors.count - shown.count) more</p>" : ""
    let what = counted(errors.count, "mistake")
    return PreviewScript.style
      + "<section role=\"alert\"><h2>\(what); the page shows what was right before</h2>"
      + shown.map { "<pre>\($0.printed.escaped)</pre>" }.joined() + more + "</section>"
  }

  /// What the reader understood of the issue at an address; nothing for other pages.
  func panel(_ address: String) -> String {
    guard let issue = site.issue(at: address) else { return "" }
    let bulletin = issue.bulletin
    let words = site.wordCount(of: bulletin)
    let marks = states(of: issue).map { " · \($0)" }.joined()
    let warnings = issue.diagnostics.filter { $0.severity == .warning }
    var rows: [(String, String)] = [
      ("Number", number(of: bulletin)), ("Date", bulletin.date.description),
      ("Editors", bulletin.editors.map(person).joined(separator: "<br>")),
      ("Authors", bulletin.authors.map(person).joined(separator: "<br>")),
      ("Topics", issue.topics.map(\.escaped).joined(separator: ", ")),
      ("Length", "\(words) words, \(max(1, (words + 110) / 220)) min"),
      ("File", links(toFileOf: bulletin)),
    ]
    var around = ["<a href=\"\(issue.feed.escaped)\">feed</a>", "<a href=\"?print\">print view</a>"]
    if let previous = issue.previous { around.append("<a href=\"\(previous.escaped)\">previous</a>") }
    if let next = issue.next { around.append("<a href=\"\(next.escaped)\">next</a>") }
    around.append("<a href=\"/.preview/\">all issues</a>")
    rows.append(("See", around.joined(separator: " · ")))
    let list = rows.map { "<dt>\($0)</dt><dd>\($1.isEmpty ? "–" : $1)</dd>" }.joined()
    let found = warnings.map { "<pre>\($0.printed.escaped)</pre>" }.joined()
    let count = warnings.isEmpty ? "" : " · " + counted(warnings.count, "warning")
    return PreviewScript.style
      + "<details><summary>No. \(number(of: bulletin))\(marks)\(count)</summary>"
      + "<div class=\"in\"><dl>\(list)</dl>\(found)</div></details>"
  }

  private func counted(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

  private func number(of bulletin: Bulletin) -> String {
    let number = bulletin.number?.description ?? "–"
    return (bulletin.cumulative.map { "\(number) (\($0))" } ?? number).escaped
  }

  private func person(_ person: Contributor) -> String {
    person.roles.isEmpty ? person.name.escaped : "\(person.name) (\(person.roles.joined(separator: ", ")))".escaped
  }

  private func links(toFileOf bulletin: Bulletin) -> String {
    let whole = site.wholePath(bulletin.path)
    let encoded = PreviewPages.encoded(whole)
    let file = "<a href=\"file://\(encoded.escaped)\">\(bulletin.path.escaped)</a>"
    guard let editor = site.editorURL else { return file }
    let address = editor.replacing("{path}", with: encoded).replacing("{line}", with: "\(bulletin.place.line)")
    return "\(file) · <a href=\"\(address.escaped)\">open in the editor</a>"
  }

  /// A path as an address has it.
  static func encoded(_ path: String) -> String {
    path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
  }

  private func states(of issue: LiveSite.IssueFacts) -> [String] {
    var states: [String] = []
    if issue.bulletin.isDraft { states.append("draft") }
    if issue.bulletin.date > today { states.append("scheduled") }
    return states
  }

  /// The page with all issues, those first that were saved last.
  func list() -> String {
    let broken = site.unreadableFiles.map { file in
      "<tr><td></td><td></td><td></td><td></td><td>\(counted(file.mistakes, "mistake"))</td>"
        + "<td>\(file.path.escaped)</td></tr>\n"
    }
    let rows =
      broken
      + site.allIssues.map { issue -> String in
        let bulletin = issue.bulletin
        let errors = issue.diagnostics.count { $0.severity == .error }
        let warnings = issue.diagnostics.count - errors
        var states = states(of: issue)
        if errors > 0 { states.append(counted(errors, "mistake")) }
        if warnings > 0 { states.append(counted(warnings, "warning")) }
        return """
          <tr><td><a href="\(issue.address.escaped)">\(number(of: bulletin))</a></td><td>\(bulletin.date)</td>\
          <td>\(bulletin.language.escaped)</td><td>\(bulletin.title.escaped)</td>\
          <td>\(states.joined(separator: ", "))</td><td>\(bulletin.path.escaped)</td></tr>

          """
      }
    return PreviewPages.frame(
      "All issues",
      """
      <h1>All issues</h1>
      <p><label>Filter <input id="filter" type="search" autofocus placeholder="number, title, state or file"></label>
      <span id="count">\(rows.count)</span></p>
      <table><thead><tr><th>Number</th><th>Date</th><th>Language</th><th>Title</th><th>State</th><th>File</th></tr></thead>
      <tbody>
      \(rows.joined())</tbody></table>
      <script>
      const rows = [...document.querySelectorAll("tbody tr")].map((row) => [row, row.textContent.toLowerCase()]);
      document.getElementById("filter").addEventListener("input", (event) => {
        const words = event.target.value.toLowerCase().split(/\\s+/);
        let count = 0;
        for (const [row, text] of rows) {
          row.hidden = !words.every((word) => text.includes(word));
          if (!row.hidden) count += 1;
        }
        document.getElementById("count").textContent = count;
      });
      </script>
      """)
  }

  /// A page for what the site itself can't show.
  static func frame(_ title: String, _ body: String) -> String {
    """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(title.escaped) – preview</title>
    <style>
    :root { color-scheme: light dark; --ink: #1d1d1f; --paper: #fff; --line: #8883; --link: #0b57d0; }
    @media (prefers-color-scheme: dark) { :root { --ink: #ececee; --paper: #19191b; --line: #8885; --link: #a8c7fa; } }
    html { color: var(--ink); background: var(--paper); } a { color: var(--link); }
    body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem; }
    table { border-collapse: collapse; width: 100%; } td, th { text-align: left; padding: 4px 10px 4px 0; vertical-align: top; }
    tr { border-bottom: 1px solid var(--line); } td:nth-child(-n+2) { white-space: nowrap; } input { font: inherit; padding: 4px 8px; width: 22rem; max-width: 60vw; }
    </style>
    </head>
    <body>
    <main>
    \(body)
    </main>
    </body>
    </html>

    """
  }
}
