import System
import Text

/// Documents that no program published: those that are no Markdown are made into it by programs that know their forms.
enum Documents: Engine {
  static let name = "documents"

  private static let words = ["docx", "odt", "rtf"]
  private static let pages = ["html", "htm", "xhtml"]

  static func made(_ site: OldSite) -> Bool { site.files(in: "").contains { isKnown($0) } }

  private static func isKnown(_ path: String) -> Bool {
    (words + pages + ["pdf"]).contains(ending(of: path)) || StructuredText.isOne(path) || path.isMarkdown
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
      } else if path.namesPicture {
        // It may go with a text.
        try content.write("Content/bulletins/" + path, try site.bytes(path), from: path)
      } else if end == "doc" {
        content.doubt(path, "this old form of Word's can't be read; save it as .docx")
      }
    }
  }
}
