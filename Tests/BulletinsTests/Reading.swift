import Diagnostics
import Languages
import Text

@testable import Bulletins

/// An issue with a masthead of which every part can be replaced.
func issue(
  series: String = "# BULLETIN", number: String = "No. 1 (77) • January 7, 2010 • © VIIP",
  editors: String = "Editors: Halina Brzeska (Editor-in-Chief), Olgierd Tarnawa", rule: String = "\n---",
  title: String = "## A Title", byline: String = "Lena Orzech", abstract: String = "*An abstract.*",
  body: String = "Text."
) -> String {
  "\(series)\n\n\(number)\n\n\(editors)\n\(rule)\n\n\(title)\n\n\(byline)\n\n\(abstract)\n\n\(body)\n"
}

/// Reads a text as an issue.
func read(_ text: String, path: String = "x.md", options: ReadingOptions = ReadingOptions()) -> Reading {
  Issue.read(SourceFile(path: path, bytes: Bytes(text.utf8)), options: options)
}

/// The errors and warnings of a text as `kind:line`.
func kinds(_ text: String, path: String = "x.md") -> [String] {
  read(text, path: path).diagnostics.map { "\($0.kind.name):\($0.location?.line ?? 0)" }
}

/// The languages of a site that names these.
func known(_ tags: String...) -> KnownLanguages { KnownLanguages.of(site: tags, files: []).languages }

extension String {
  /// A text without its line ends, which mean nothing between the elements of HTML.
  var onOneLine: String { split(separator: "\n").joined() }
}
