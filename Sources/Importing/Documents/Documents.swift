import Bulletins
import Diagnostics
import System
import Text

/// Documents that no program published: those that are no Markdown are made into it by programs that know their forms.
enum Documents: Engine {
  static let name = "documents"

  private static let words = ["docx", "odt", "rtf"]
  private static let pages = ["html", "htm", "xhtml"]

  static func made(_ site: OldSite) -> Bool { site.files(in: "").contains { isKnown($0) } }

  private static func isKnown(_ path: String) -> Bool {
    (words + pages + ["pdf", "rst"]).contains(ending(of: path)) || path.isMarkdown
  }

  /// Whether a file is a picture, which may go with a text.
  private static func isPicture(_ path: String) -> Bool {
    ["png", "jpg", "jpeg", "gif", "svg", "webp", "avif"].contains(ending(of: path))
  }

  private static func ending(of path: String) -> String {
    path.lastPart.split(separator: ".").dropFirst().last.map { $0.lowercased() } ?? ""
  }

  static func take(_ site: OldSite, into content: inout NewContent) throws(EnvironmentError) {
    var settings = NewSettings()
    settings.oldAddresses = []
    try content.write("Content/site.yaml", settings.text, from: "site.yaml")
    content.doubt("site.yaml", "documents say nothing of the site: write its title, its address and its languages")
    let texts = PlainTexts(in: site)
    for path in site.files(in: "") {
      let end = ending(of: path)
      if words.contains(end) {
        try WordDocument.take(path, end, of: site, into: &content)
      } else if pages.contains(end) {
        try WebPage.take(path, of: site, into: &content)
      } else if end == "pdf" {
        try PrintedDocument.take(path, of: site, into: &content)
      } else if StructuredText.isOne(path) {
        try StructuredText.take(path, to: "Content/bulletins/" + path, of: site, into: &content)
      } else if path.isMarkdown {
        try texts.take(path, of: site, into: &content)
      } else if isPicture(path) {
        try content.write("Content/bulletins/" + path, try site.bytes(path), from: path)
      } else if end == "doc" {
        content.doubt(path, "this old form of Word's can't be read; save it as .docx")
      }
    }
  }

  /// The path of the text that is made of a document.
  static func target(of path: String) -> String {
    let rest = path.split(separator: ".").dropLast().joined(separator: ".")
    return "Content/bulletins/" + (rest.isEmpty ? path : rest) + ".md"
  }

  /// Writes a text, and says what the reader of issues does not understand of it.
  static func write(
    _ text: String, of path: String, to target: String? = nil, into content: inout NewContent
  ) throws(EnvironmentError) {
    let target = target ?? self.target(of: path)
    try content.write(target, text, from: path)
    if target.hasPrefix("Content/pages/") { return }
    let reading = Issue.read(SourceFile(path: target, bytes: Bytes(text.utf8)))
    for finding in reading.diagnostics where finding.severity == .error {
      content.doubt(path, "\(finding.message): \(finding.help.first ?? "see \(target)")")
    }
  }
}
