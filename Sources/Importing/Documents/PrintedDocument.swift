import Bulletins
import System

/// A printed document, of which Poppler knows where each word stands.
enum PrintedDocument {
  static func take(_ path: String, of site: OldSite, into content: inout NewContent) throws(EnvironmentError) {
    let xml = try ExternalProgram.output(
      of: "pdftohtml", ["-xml", "-i", "-q", "-stdout", site.folder + "/" + path], on: path)
    let all = PrintedPages(xml).lines
    if all.isEmpty { return content.doubt(path, "no words are in it: it may be pictures of pages") }
    let margins = PrintedMargins(all)
    for line in margins.doubtful { content.doubt(path, "taken for a running head and left out: “\(line)”") }
    var layout = PrintedLayout(margins.text)
    let text = layout.markdown
    for doubt in layout.doubts { content.doubt(path, doubt) }
    try content.write(text: text, of: path)
  }
}
