import Coding
import Diagnostics
import Publishing
import Text

/// The parts of a preview that are made for editors: what is wrong, what was understood, and the list of issues.
struct PreviewPages: Sendable {
  let site: LiveSite
  /// What buttons have with them.
  let token: String

  /// The panel of mistakes; nothing when there are none.
  func errors(_ diagnostics: [Diagnostic]) -> Bytes {
    let errors = diagnostics.filter { $0.severity == .error }
    return errors.isEmpty ? [] : PreviewTemplates.mistakes.html(of: errors)
  }

  /// What the reader understood of the issue at an address; nothing for other pages.
  func panel(_ address: String) -> Bytes {
    guard let facts = site.issue(at: address) else { return [] }
    let whole = site.wholePath(facts.issue.path)
    let path = PercentEncoding.encoded(path: whole)
    let editor = site.editorURL.map {
      $0.replacing("{path}", with: path).replacing("{line}", with: "\(facts.issue.location.line)")
    }
    return PreviewTemplates.panel.html(
      of: ExplainedIssue(
        issue: ListedIssue(facts: facts), wordCount: site.wordCount(of: facts.issue), filePath: whole,
        fileAddress: "file://" + path, editorAddress: editor, token: token))
  }

  /// The page with all issues, those first that were saved last.
  func list() -> Bytes {
    PreviewTemplates.list.html(
      of: (site.unreadableIssues, site.allIssues.map(ListedIssue.init), site.standingPages))
  }

  /// The page with what a build would change.
  func changes() -> Bytes { PreviewTemplates.changes.html(of: site.forecast()) }
}
