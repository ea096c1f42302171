import Coding
import Diagnostics
import Text

extension Bulletin {
  /// Writes everything but the text of the body, which is made again from the file when a page needs it, and the
  /// observations, which only looking at one file asks for.
  ///
  /// - Returns: What tells everything but the text of the body from others, and but the places that only messages name.
  @discardableResult
  public func write(to writer: inout BinaryWriter) -> Fingerprint {
    let start = writer.count
    writer.put(path)
    writer.put(language)
    for text in [series, number?.description, cumulative?.description, publisher, abstract] { writer.put(text) }
    for number in [date.year, date.month, date.day] { writer.put(number) }
    for list in [editors, authors] {
      writer.put(list) { person, writer in
        writer.put(person.name)
        writer.put(person.roles)
        writer.put(person.orcid)
      }
    }
    writer.put(title)
    writer.put(titleHTML)
    writer.put(abstractHTML)
    body.write(to: &writer)
    writer.put(tags)
    writer.put(aliases)
    for text in [category, translationKey, license, slug] { writer.put(text) }
    release.write(to: &writer)
    writer.put(extra.map { $0 }) { member, writer in
      writer.put(member.key)
      member.value.write(to: &writer)
    }
    let metadata = writer.fingerprint(from: start)
    writer.put(body.fingerprint)
    place.write(to: &writer)
    for link in body.sourceLinks { link.place.write(to: &writer) }
    return metadata
  }

  /// Reads what was written; `nil` where it is damaged.
  public static func read(from reader: inout BinaryReader) -> Bulletin? {
    let (path, language) = (reader.text(), reader.text())
    let texts = (0..<5).map { _ in reader.optionalText() }
    let day = (0..<3).map { _ in reader.int() }
    let people = (0..<2).map { _ in
      reader.list { reader in
        Contributor(name: reader.text(), roles: reader.texts(), orcid: reader.optionalText())
      }
    }
    let (title, titleHTML, abstractHTML) = (reader.text(), reader.data(), reader.data())
    var body = Body(from: &reader)
    let (tags, aliases) = (reader.texts(), reader.texts())
    let more = (0..<4).map { _ in reader.optionalText() }
    let release = Release(from: &reader)
    let extra = reader.list { reader in (key: reader.text(), value: ExtraValue(from: &reader)) }
    body.fingerprint = reader.fingerprint()
    let place = Place(from: &reader)
    body.sourceLinks = body.sourceLinks.map { Body.SourceLink(path: $0.path, place: Place(from: &reader)) }
    guard !reader.isDamaged, let date = PublicationDate(year: day[0], month: day[1], day: day[2]) else { return nil }
    return Bulletin(
      path: path, language: language, series: texts[0], number: texts[1].flatMap { IssueNumber($0) },
      cumulative: texts[2].flatMap { IssueNumber($0) }, date: date, publisher: texts[3], editors: people[0],
      title: title, titleHTML: titleHTML, authors: people[1], abstract: texts[4], abstractHTML: abstractHTML,
      body: body, tags: tags, category: more[0], aliases: aliases, translationKey: more[1], license: more[2],
      slug: more[3], release: release, extra: extra, observations: [], place: place)
  }
}

extension Body {
  fileprivate func write(to writer: inout BinaryWriter) {
    writer.put(sections) { section, writer in
      writer.put(section.id)
      writer.put(section.text)
      writer.put(section.level)
      writer.put(section.isRunIn)
    }
    writer.put(sourceLinks.map(\.path))
    writer.put(attachments) { attachment, writer in
      writer.put(attachment.path)
      writer.put(attachment.address)
      writer.put(attachment.isImage)
      writer.put(attachment.line)
    }
  }

  fileprivate init(from reader: inout BinaryReader) {
    sections = reader.list { reader in
      Section(id: reader.text(), text: reader.text(), level: reader.int(), isRunIn: reader.bool())
    }
    let linked = reader.texts()
    let nowhere = SourceFile(path: "", bytes: []).place(0..<0)
    // Their places stand behind what tells one issue from another.
    sourceLinks = linked.map { SourceLink(path: $0, place: nowhere) }
    attachments = reader.list { reader in
      Attachment(path: reader.text(), address: reader.text(), isImage: reader.bool(), line: reader.int())
    }
  }

  /// The same body without its text.
  var withoutText: Body {
    var body = self
    body.html = []
    return body
  }
}

extension Release {
  fileprivate func write(to writer: inout BinaryWriter) {
    writer.put(isDraft)
    for day in [start, end] { writer.put(day?.daysSince1970.description) }
  }

  fileprivate init(from reader: inout BinaryReader) {
    func day(_ text: String?) -> PublicationDate? {
      text.flatMap { Int($0) }.flatMap { PublicationDate(daysSince1970: $0) }
    }
    self.init(isDraft: reader.bool(), start: day(reader.optionalText()), end: day(reader.optionalText()))
  }
}

extension ExtraValue {
  fileprivate func write(to writer: inout BinaryWriter) {
    switch self {
    case .null: writer.put(0)
    case .bool(let value):
      writer.put(1)
      writer.put(value)
    case .text(let text):
      writer.put(2)
      writer.put(text)
    case .list(let values):
      writer.put(3)
      writer.put(values) { $0.write(to: &$1) }
    case .mapping(let members):
      writer.put(4)
      writer.put(members.sorted { $0.key < $1.key }) { member, writer in
        writer.put(member.key)
        member.value.write(to: &writer)
      }
    }
  }

  fileprivate init(from reader: inout BinaryReader, depth: Int = 0) {
    let kind = reader.int()
    switch kind {
    case 1: self = .bool(reader.bool())
    case 2: self = .text(reader.text())
    case 3 where depth < 200: self = .list(reader.list { ExtraValue(from: &$0, depth: depth + 1) })
    case 4 where depth < 200:
      let members = reader.list { reader in (reader.text(), ExtraValue(from: &reader, depth: depth + 1)) }
      self = .mapping(Dictionary(members, uniquingKeysWith: { $1 }))
    default: self = .null
    }
  }
}

extension Bulletin {
  /// The same issue without the text of its body.
  public var withoutText: Bulletin {
    Bulletin(
      path: path, language: language, series: series, number: number, cumulative: cumulative, date: date,
      publisher: publisher, editors: editors, title: title, titleHTML: titleHTML, authors: authors, abstract: abstract,
      abstractHTML: abstractHTML, body: body.withoutText, tags: tags, category: category, aliases: aliases,
      translationKey: translationKey, license: license, slug: slug, release: release, extra: extra,
      observations: observations, place: place)
  }
}

extension Reading {
  /// The same without the text of the body.
  public var withoutText: Reading {
    Reading(bulletin: bulletin?.withoutText, isDraft: isDraft, diagnostics: diagnostics)
  }

  /// Writes the issue, if there is one, and what was found.
  ///
  /// - Returns: What tells the issue's metadata from others.
  public func write(to writer: inout BinaryWriter) -> Fingerprint {
    writer.put(isDraft)
    writer.put(bulletin != nil)
    let metadata = bulletin?.write(to: &writer) ?? Fingerprint(of: [])
    writer.put(diagnostics) { $0.write(to: &$1) }
    return metadata
  }

  /// Reads what was written; `nil` where it is damaged.
  public static func read(from bytes: Bytes, kinds: [String: DiagnosticKind]) -> Reading? {
    var reader = BinaryReader(bytes)
    let isDraft = reader.bool()
    let bulletin = reader.optional { Bulletin.read(from: &$0) }
    let diagnostics = reader.list { Diagnostic.read(from: &$0, kinds: kinds) }
    guard reader.isComplete, diagnostics.allSatisfy({ $0 != nil }) else { return nil }
    if let bulletin, bulletin == nil { return nil }
    return Reading(bulletin: bulletin ?? nil, isDraft: isDraft, diagnostics: diagnostics.compactMap { $0 })
  }
}
