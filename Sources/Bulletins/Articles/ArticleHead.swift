import Diagnostics
import Markdown
import Text

/// What stands above the text of an article: title, subtitle, byline, affiliation and abstract.
struct ArticleHead {
  var title: Located<String>?
  var titleHTML: Bytes = []
  /// The id that the title's heading asks for.
  var id: String?
  var subtitleHTML: Bytes = []
  var authors: Located<[Contributor]>?
  var affiliationHTML: Bytes = []
  var abstract: Located<String>?
  var abstractHTML: Bytes = []
  private(set) var diagnostics: [Diagnostic] = []

  /// All that readers see of it as HTML, and the line on which it begins; `nil` where there is nothing.
  func visible(in source: SourceFile) -> (html: Bytes, line: Int)? {
    guard let start = [title?.range, abstract?.range].compactMap(\.self).map(\.lowerBound).min() else { return nil }
    let parts = [titleHTML, subtitleHTML, affiliationHTML, abstractHTML].filter { !$0.isEmpty }
    return (Bytes(parts.joined(separator: "\n".utf8)), source.location(start..<start).line)
  }

  /// Says what is wrong or lost.
  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// The title, byline and abstract that the heading of an article gives, as a source of metadata.
  func fill(_ metadata: inout Metadata) {
    metadata.title = title
    metadata.authors = authors
    metadata.abstract = abstract
  }
}
