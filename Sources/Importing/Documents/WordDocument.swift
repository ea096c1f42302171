import System
import Text

/// A document of a word processor, which Pandoc makes into Markdown.
enum WordDocument {
  static func take(
    _ path: String, _ form: String, of site: OldSite, into content: inout NewContent
  ) throws(EnvironmentError) {
    let scratch = Scratch()
    defer { scratch.remove() }
    let name = path.lastPart.split(separator: ".").dropLast().joined(separator: ".") + "-files"
    let media = scratch.path + "/" + name
    let printed = try ExternalProgram.output(
      of: "pandoc",
      ["--from", form, "--to", "gfm", "--wrap=none", "--extract-media=\(media)", "--", site.folder + "/" + path],
      on: path)
    let markdown = printed.string.replacing(scratch.path + "/", with: "")
    let page = PublishedPage(markdown)
    for words in page?.leftOut ?? [] { content.doubt(path, "small print at the end, left out: “\(words)”") }
    let (text, hasMasthead) = page.map { ($0.text, true) } ?? PrintedText.withMasthead(markdown)
    if !hasMasthead { content.doubt(path, "no line with a number was found: write title and date as front matter") }
    try content.write(text: text, of: path)
    let folder = NewContent.target(of: path).pathParts.dropLast().joined(separator: "/")
    let pictures = OldSite(folder: scratch.path)
    for picture in pictures.files(in: "") {
      try content.write(folder + "/" + picture, try pictures.bytes(picture), from: path)
    }
  }
}
