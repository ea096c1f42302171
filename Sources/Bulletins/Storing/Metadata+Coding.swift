import Coding
import Text

extension Metadata {
  /// Writes the values, without where they stand.
  func write(to writer: inout BinaryWriter) {
    for text in [series, publisher, category, translationKey, license, slug] { writer.put(text?.value) }
    for number in [number, cumulative] { writer.put(number?.value.description) }
    writer.put(editors?.value ?? []) { $0.write(to: &$1) }
    writer.put(topics?.value ?? [])
    writer.put(aliases?.value ?? [])
    writer.put(extra) { member, writer in
      writer.put(member.key)
      member.value.write(to: &writer)
    }
  }

  /// Reads what was written.
  init(from reader: inout BinaryReader) {
    self.init(from: .frontMatter)
    func text() -> Located<String>? { reader.optionalText().map { Located($0, at: 0..<0) } }
    func number() -> Located<IssueNumber>? {
      reader.optionalText().flatMap { IssueNumber($0) }.map { Located($0, at: 0..<0) }
    }
    (series, publisher, category, translationKey, license, slug) = (text(), text(), text(), text(), text(), text())
    (self.number, cumulative) = (number(), number())
    editors = Located(reader.list { Contributor(from: &$0) }, at: 0..<0)
    topics = Located(reader.texts(), at: 0..<0)
    aliases = Located(reader.texts(), at: 0..<0)
    extra = reader.list { reader in (key: reader.text(), value: ExtraValue(from: &reader)) }
  }
}

extension Contributor {
  func write(to writer: inout BinaryWriter) {
    writer.put(name)
    writer.put(roles)
    writer.put(orcid)
  }

  init(from reader: inout BinaryReader) {
    self.init(name: reader.text(), roles: reader.texts(), orcid: reader.optionalText())
  }
}

extension PublicationDate {
  func write(to writer: inout BinaryWriter) { writer.put(daysSince1970) }

  /// `nil` for a number that is no day.
  init?(from reader: inout BinaryReader) { self.init(daysSince1970: reader.int()) }
}

extension Release {
  func write(to writer: inout BinaryWriter) {
    writer.put(isDraft)
    for day in [start, end] {
      writer.put(day != nil)
      day?.write(to: &writer)
    }
  }

  init(from reader: inout BinaryReader) {
    let isDraft = reader.bool()
    func day() -> PublicationDate? { reader.bool() ? PublicationDate(from: &reader) : nil }
    self.init(isDraft: isDraft, start: day(), end: day())
  }
}

extension ExtraValue {
  func write(to writer: inout BinaryWriter) {
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

  init(from reader: inout BinaryReader, depth: Int = 0) {
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
