import Coding
import Diagnostics
import Text

extension Issue {
  /// Writes the issue.
  ///
  /// - Returns: The digest of everything but the digests of its texts, and but the places that only messages name: what
  ///   differs between two readings of a file when more than a text changed.
  @discardableResult
  func write(to writer: inout BinaryWriter) -> Fingerprint {
    let start = writer.count
    writer.put(path)
    writer.put(language)
    date.write(to: &writer)
    release.write(to: &writer)
    writer.put(formerAddresses) { $0.write(to: &$1) }
    metadata.write(to: &writer)
    writer.put(articles) { $0.write(to: &$1) }
    let digest = writer.fingerprint(from: start)
    for article in articles {
      writer.put(article.text.digest)
      for link in article.text.links {
        writer.put(link.range.lowerBound)
        writer.put(link.range.count)
      }
    }
    location.write(to: &writer)
    namePlaces.write(to: &writer)
    return digest
  }

  /// Reads what was written; `nil` where it is damaged.
  static func read(from reader: inout BinaryReader) -> Issue? {
    let (path, language) = (reader.text(), reader.text())
    let date = PublicationDate(from: &reader)
    let release = Release(from: &reader)
    let formerAddresses = reader.list { WrittenFormerAddress(from: &$0) }
    let metadata = Metadata(from: &reader)
    var articles = reader.list { Article(from: &$0) }
    for index in articles.indices { articles[index] = Article(articles[index], completedFrom: &reader) }
    let location = Location(from: &reader)
    let places = NamePlaces(from: &reader)
    guard !reader.isDamaged, let date, let lead = articles.first else { return nil }
    return Issue(
      path: path, language: language, date: date, release: release, formerAddresses: formerAddresses,
      metadata: metadata, lead: lead, others: Array(articles.dropFirst()), location: location,
      namePlaces: places)
  }
}

extension Article {
  fileprivate func write(to writer: inout BinaryWriter) {
    writer.put(id)
    writer.put(title)
    writer.put(titleHTML)
    writer.put(subtitleHTML)
    writer.put(authors) { $0.write(to: &$1) }
    writer.put(affiliationHTML)
    writer.put(abstract)
    writer.put(abstractHTML)
    text.write(to: &writer)
  }

  fileprivate init(from reader: inout BinaryReader) {
    self.init(
      id: reader.optionalText(), title: reader.text(), titleHTML: reader.data(), subtitleHTML: reader.data(),
      authors: reader.list { Contributor(from: &$0) }, affiliationHTML: reader.data(), abstract: reader.optionalText(),
      abstractHTML: reader.data(), text: TextOutline(from: &reader))
  }

  /// The article with what is written behind all articles.
  fileprivate init(_ article: Article, completedFrom reader: inout BinaryReader) {
    var text = article.text
    text.digest = reader.fingerprint()
    for index in text.links.indices {
      // Numbers that a file can have.
      let (start, length) = (reader.int(in: 0...Int(UInt32.max)), reader.int(in: 0...Int(UInt32.max)))
      text.links[index].range = start..<start + length
    }
    self.init(
      id: article.id, title: article.title, titleHTML: article.titleHTML, subtitleHTML: article.subtitleHTML,
      authors: article.authors, affiliationHTML: article.affiliationHTML, abstract: article.abstract,
      abstractHTML: article.abstractHTML, text: text)
  }
}

extension TextOutline {
  fileprivate func write(to writer: inout BinaryWriter) {
    writer.put(sections) { section, writer in
      writer.put(section.id)
      writer.put(section.text)
      writer.put(section.level)
      writer.put(section.isRunIn)
    }
    writer.put(anchors)
    writer.put(links) { $0.write(to: &$1) }
  }

  fileprivate init(from reader: inout BinaryReader) {
    sections = reader.list { reader in
      Section(id: reader.text(), text: reader.text(), level: reader.int(), isRunIn: reader.bool())
    }
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
    range = 0..<0
  }
}

extension Reading {
  /// Writes the issue, if there is one, and what was found; not the texts, and not what only looking at one file asks for.
  ///
  /// - Returns: The digest of the issue without its texts.
  public func write(to writer: inout BinaryWriter) -> Fingerprint {
    writer.put(isDraft)
    writer.put(issue != nil)
    let digest = issue?.write(to: &writer) ?? Fingerprint(of: [])
    writer.put(diagnostics) { $0.write(to: &$1) }
    return digest
  }

  /// Reads what was written; `nil` where it is damaged.
  public static func read(from bytes: Bytes) -> Reading? {
    var reader = BinaryReader(bytes)
    let isDraft = reader.bool()
    let issue = reader.optional { Issue.read(from: &$0) }
    let diagnostics = reader.list { Diagnostic(from: &$0) }
    guard reader.isComplete else { return nil }
    if let issue, issue == nil { return nil }
    return Reading(issue: issue ?? nil, isDraft: isDraft, diagnostics: diagnostics)
  }
}
