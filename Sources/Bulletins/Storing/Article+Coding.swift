import Coding
import Text

extension Article {
  /// Writes the article; its digest and the places of its links follow behind all articles.
  func write(to writer: inout BinaryWriter) {
    writer.put(id)
    writer.put(title)
    writer.put(titleHTML)
    writer.put(subtitleHTML)
    writer.put(authors) { $0.write(to: &$1) }
    writer.put(affiliationHTML)
    writer.put(abstractText) { $1.put($0) }
    writer.put(abstractHTML)
    text.write(to: &writer)
  }

  /// Reads what was written.
  init(from reader: inout BinaryReader) {
    self.init(
      id: reader.optionalText(), title: reader.text(), titleHTML: reader.data(), subtitleHTML: reader.data(),
      authors: reader.list { Contributor(from: &$0) }, affiliationHTML: reader.data(),
      abstract: reader.optional { $0.data() },
      abstractHTML: reader.data(), text: TextOutline(from: &reader))
  }

  /// The article with what is written behind all articles.
  init(_ article: Article, completedFrom reader: inout BinaryReader) {
    var text = article.text
    text.digest = reader.fingerprint()
    for index in text.links.indices {
      // Numbers that a file can have.
      let (start, length) = (reader.int(in: 0...Int(UInt32.max)), reader.int(in: 0...Int(UInt32.max)))
      text.links[index].range = start..<start + length
    }
    self.init(
      id: article.id, title: article.title, titleHTML: article.titleHTML, subtitleHTML: article.subtitleHTML,
      authors: article.authors, affiliationHTML: article.affiliationHTML, abstract: article.abstractText,
      abstractHTML: article.abstractHTML, text: text)
  }
}

extension TextOutline {
  fileprivate func write(to writer: inout BinaryWriter) {
    sections.write(to: &writer)
    writer.put(anchors)
    writer.put(links) { $0.write(to: &$1) }
  }

  fileprivate init(from reader: inout BinaryReader) {
    sections = SectionList(from: &reader)
    anchors = reader.texts()
    links = reader.list { TextLink(from: &$0) }
  }
}

extension TextLink {
  /// Writes where the link leads; its own place follows behind all articles.
  fileprivate func write(to writer: inout BinaryWriter) {
    switch target {
    case .source(let path):
      writer.put(0)
      writer.put(path)
    case .attachment(let path, let address):
      writer.put(1)
      writer.put(path)
      writer.put(address)
    case .site(let path):
      writer.put(2)
      writer.put(path)
    case .page(let path):
      writer.put(3)
      writer.put(path)
    }
    writer.put(fragment)
    writer.put(isImage)
    writer.put(isOfTag)
    writer.put(isOutsideRoot)
  }

  fileprivate init(from reader: inout BinaryReader) {
    switch reader.int(in: 0...3) {
    case 0: target = .source(path: reader.text())
    case 1: target = .attachment(path: reader.text(), address: reader.text())
    case 2: target = .site(path: reader.text())
    default: target = .page(path: reader.text())
    }
    fragment = reader.text()
    isImage = reader.bool()
    isOfTag = reader.bool()
    isOutsideRoot = reader.bool()
    range = 0..<0
  }
}
