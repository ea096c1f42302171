import Coding
import Diagnostics
import Text

extension Archive {
  /// Writes how issues, people and topics are related, for the program's own use; the issues themselves are kept by who
  /// read them.
  ///
  /// - Parameter keep: Takes the parts of what is written, of about a megabyte each, one after the other: of a large
  ///   archive it would be a tenth of all memory.
  public func write<Failure>(in keep: (Bytes) throws(Failure) -> Void) throws(Failure) {
    var writer = BinaryWriter()
    writer.put(series.count)
    for series in series {
      writer.put(series.language)
      writer.put(series.volumes) { volume, writer in
        for number in [volume.year, volume.issues.lowerBound, volume.issues.count] { writer.put(number) }
      }
      try writer.put(pieces: series.issues, in: keep) { $0.write(to: &$1) }
      try writer.put(pieces: series.people, in: keep) { $0.write(to: &$1) }
      try writer.put(pieces: series.topics, in: keep) { $0.write(to: &$1) }
    }
    try keep(writer.bytes)
  }

  /// An archive that was written, whose parts are fetched when somebody asks for them; `nil` for other bytes.
  ///
  /// - Parameters:
  ///   - authorities: What the authority files say, which is not written.
  ///   - issue: Gives the issue that a file holds; what shows one that it can't give must not be published.
  public init?(
    stored bytes: Bytes, authorities: Authorities, issue: @escaping @Sendable (_ path: String) -> Issue?
  ) {
    var reader = BinaryReader(bytes)
    let series = reader.list { reader -> Series in
      var series = Series(language: reader.text())
      series.volumes = reader.list { reader in
        let (year, first, count) = (reader.int(), max(0, reader.int()), max(0, reader.int()))
        return Volume(year: year, issues: first..<first + min(count, .max - first))
      }
      let issues = reader.pieces()
      series.issues = LazyList(count: issues.count) { place in
        var reader = BinaryReader(bytes, at: issues[place])
        return PlacedIssue(from: &reader, issue)
      }
      let people = reader.pieces()
      series.people = LazyList(count: people.count) { place in
        var reader = BinaryReader(bytes, at: people[place])
        return Person(from: &reader, authorities)
      }
      let topics = reader.pieces()
      series.topics = LazyList(count: topics.count) { place in
        var reader = BinaryReader(bytes, at: topics[place])
        return Topic(from: &reader, authorities)
      }
      return series
    }
    guard reader.isComplete else { return nil }
    self.init(series: series)
  }
}

extension PlacedIssue {
  fileprivate func write(to writer: inout BinaryWriter) {
    writer.put(issue.path)
    writer.put(address)
    writer.put(translations) { translation, writer in
      writer.put(translation.language)
      writer.put(translation.issue)
    }
    for credits in [authors, editors] { writer.put(credits) { $0.write(to: &$1) } }
    writer.put(otherAuthors) { credits, writer in writer.put(credits) { $0.write(to: &$1) } }
    writer.put(topics) { entry, writer in
      writer.put(entry.topic)
      writer.put(entry.section)
    }
  }

  fileprivate convenience init(from reader: inout BinaryReader, _ issue: (_ path: String) -> Issue?) {
    let path = reader.text()
    var draft = Draft(issue: issue(path) ?? Issue(nothingAt: path), address: reader.text())
    draft.translations = reader.list { (language: $0.text(), issue: $0.int()) }
    draft.authors = reader.list { Credit(from: &$0) }
    draft.editors = reader.list { Credit(from: &$0) }
    draft.otherAuthors = reader.list { reader in reader.list { Credit(from: &$0) } }
    draft.topics = reader.list { (topic: $0.int(), section: $0.optionalText()) }
    self.init(draft)
  }
}

extension Credit {
  fileprivate func write(to writer: inout BinaryWriter) {
    writer.put(person)
    writer.put(roles)
    writer.put(titled)
    writer.put(isAuthor)
  }

  fileprivate init(from reader: inout BinaryReader) {
    self.init(
      person: reader.int(), roles: reader.texts(), titled: reader.optionalText(), isAuthor: reader.bool())
  }
}

extension Issue {
  /// The issue of a file; where it can't be given any more, nothing stands in its place, and what shows that is never
  /// published.
  fileprivate convenience init(nothingAt path: String) {
    self.init(
      path: path, language: "", date: .first, release: Release(), metadata: Metadata(from: .fileName),
      lead: Article(title: "", titleHTML: []),
      location: SourceFile(path: path, bytes: []).location(0..<0))
  }
}

extension Person {
  fileprivate func write(to writer: inout BinaryWriter) {
    for text in [name, sortName, slug.description, letter] { writer.put(text) }
    writer.put(authority?.name)
    writer.put(orcid?.description)
    writer.put(wrote) { $1.put($0) }
    writer.put(edited) { edit, writer in
      writer.put(edit.issue)
      writer.put(edit.roles)
    }
  }

  fileprivate init(from reader: inout BinaryReader, _ authorities: Authorities) {
    self.init(
      name: reader.text(), sortName: reader.text(), slug: reader.slug(), letter: reader.text(),
      authority: reader.optionalText().flatMap { authorities.people?[$0] }, orcid: reader.orcid(),
      wrote: reader.list { $0.int() }, edited: reader.list { (issue: $0.int(), roles: $0.texts()) })
  }
}

extension Topic {
  fileprivate func write(to writer: inout BinaryWriter) {
    for text in [name, slug.description, letter] { writer.put(text) }
    writer.put(authority?.name)
    writer.put(entries) { entry, writer in
      writer.put(entry.issue)
      writer.put(entry.section)
    }
  }

  fileprivate init(from reader: inout BinaryReader, _ authorities: Authorities) {
    self.init(
      name: reader.text(), slug: reader.slug(), letter: reader.text(),
      authority: reader.optionalText().flatMap { authorities.topics?[$0] },
      entries: reader.list { Entry(issue: $0.int(), section: $0.optionalText()) })
  }
}

extension BinaryWriter {
  /// Writes things so that each can be found without reading those before it.
  fileprivate mutating func put<Thing, Failure>(
    pieces things: LazyList<Thing>, in keep: (Bytes) throws(Failure) -> Void,
    _ write: (Thing, inout BinaryWriter) -> Void
  ) throws(Failure) {
    var piece = BinaryWriter()
    try put(things, in: keep) { thing, writer in
      piece.clear()
      write(thing, &piece)
      writer.put(piece.bytes)
    }
  }
}

extension BinaryReader {
  /// Where the things begin that were written as pieces.
  fileprivate mutating func pieces() -> [Int] {
    list { reader in
      let length = reader.int()
      defer { reader.skip(length) }
      return reader.offset
    }
  }
}

extension BinaryReader {
  /// A slug; any other text is damage.
  fileprivate mutating func slug() -> Slug {
    if let slug = Slug(exactly: text()) { return slug }
    markDamaged()
    return .lost
  }
}
