import Bulletins
import Text

// What the names of files in Content and Templates say of them.

/// Whether a file among texts may be included by them.
func isPartial(_ path: String) -> Bool {
  isNoText(path) && TextForm.isMarkdown(path) || path.utf8.contains(UInt8(ascii: "_")) && path.contains("/_includes/")
}

/// Whether a file among texts is none by its name: what others include or explain, here as in other programs.
func isNoText(_ path: String) -> Bool {
  let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
  let name = path.utf8.suffix(from: slash.map(path.utf8.index(after:)) ?? path.startIndex)
  if name.starts(with: "_index.".utf8) { return !path.utf8.starts(with: "Content/pages/".utf8) }
  return name.first == UInt8(ascii: "_")
    || name.prefix(7).elementsEqual("readme.".utf8) { $0 == $1 || $0.isASCIILetter && $0 | 0x20 == $1 }
}

/// Whether systems and editors of texts leave such a file where somebody worked: `Thumbs.db`, `1.md~`, `~$1.docx`.
func isOfProgram(_ path: String) -> Bool {
  let name = String(path.pathParts.last ?? "")
  let lower = name.lowercased()
  return ["thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "nohup.out", "__macosx", "npm-debug.log"].contains(lower)
    || ["~", ".swp", ".swo", ".tmp", ".bak", ".orig", ".rej", ".crdownload", ".part"].contains {
      lower.hasSuffix($0)
    }
    || name.hasPrefix("~$") || name.hasPrefix("#") && name.hasSuffix("#") || name.hasPrefix(".")
}

/// Whether a file in a folder of what texts only ask for is called as an issue is.
func isStrayIssue(_ path: String) -> Bool {
  TextForm.isMarkdown(path)
    && (["Content/_posts/", "Content/_drafts/"].contains { path.hasPrefix($0) }
      || FileName(of: path, languages: []).date != nil)
}

/// Whether a file is what other programs save a text as.
func isOtherText(_ path: String) -> Bool {
  [
    ".txt", ".text", ".doc", ".docx", ".odt", ".rtf", ".mkd", ".mkdn", ".mdown", ".mdwn", ".mdtext", ".rst", ".adoc",
    ".asciidoc", ".textile", ".org", ".rmd", ".tex", ".html", ".htm", ".docm", ".pages", ".wpd", ".djot", ".dj", ".lr",
    ".creole", ".mediawiki", ".wiki",
  ].contains { path.utf8.hasEnding($0) }
}

/// Whether a file in Templates is a template, or strings for templates.
func isTemplate(_ path: String) -> Bool {
  path.hasSuffix(".html") || path.hasSuffix(".xml") || path.hasSuffix(".txt") || path.hasSuffix(".svg")
    || (path.hasPrefix("Templates/strings/") && path.hasSuffix(".yaml"))
}
