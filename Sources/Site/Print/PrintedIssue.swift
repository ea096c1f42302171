import Bulletins
import Text

/// The PDF of a page.
public struct PrintedIssue: Sendable {
  /// Where it goes: beside the page.
  public let path: PagePath
  /// The files of Content that the page shows, which print is made of, too.
  public let shown: [String]

  /// `nil` for an issue of which nothing is left to print.
  init?(of issue: PlacedIssue, on page: String) {
    guard !issue.issue.isWithdrawn, let path = PagePath(page + PrintedIssue.name(of: issue)) else { return nil }
    self.path = path
    shown = issue.issue.articles.flatMap(\.text.links).filter(\.isImage).compactMap { link in
      link.attachment?.path ?? link.sitePath.map { "Content/static/" + $0 }
    }
  }

  /// The name of the file, by which somebody finds it again among others: `2010-23.pdf`.
  static func name(of issue: PlacedIssue) -> String {
    issue.pagePath.pathParts.joined(separator: "-") + ".pdf"
  }
}
