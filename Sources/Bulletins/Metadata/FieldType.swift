import Coding

/// How the values of a field are read, kept and shown.
struct FieldType<Value: Sendable>: Sendable {
  /// Reads a written value; `nil` where it is empty, or wrong, which the entry then says.
  let read: @Sendable (inout WrittenEntry) -> Value?
  /// Writes a value for the store.
  let write: @Sendable (Value, inout BinaryWriter) -> Void
  /// Reads what was written; `nil` where it is no such value.
  let decode: @Sendable (inout BinaryReader) -> Value?
  /// The value in a line of text.
  let text: @Sendable (Value) -> String
  /// The value as members of a JSON object, of which the first bears the field's name; also where it is missing.
  let members: @Sendable (_ name: String, Value?) -> [(String, JSON)]
  /// A value with its text changed; `nil` where it is no text for readers, which is printed as it is written.
  var changingProse: (@Sendable (Value, (String) -> String) -> Value)?
}

extension FieldType where Value == String {
  /// A text that is not empty.
  static var text: FieldType { text { $0.text() } }

  /// A part of an address, which may have percent signs, as one of WordPress has.
  static var nameInAddress: FieldType { text { $0.text().map { PercentEncoding.decoded($0) ?? $0 } } }

  /// A text for readers, without markup.
  static var prose: FieldType {
    var type = text
    type.changingProse = { $1($0) }
    return type
  }

  /// A text with rules of its own.
  static func text(read: @escaping @Sendable (inout WrittenEntry) -> String?) -> FieldType {
    FieldType(
      read: read, write: { $1.put($0) }, decode: { $0.text() }, text: { $0 },
      members: { name, text in [(name, .optional(text))] })
  }
}

extension FieldType where Value == [String] {
  /// Texts, as a list or between commas and semicolons.
  static var texts: FieldType { texts { $0.texts() } }

  /// Texts, as a list, or one, which may have commas.
  static var names: FieldType { texts { $0.names() } }

  /// The same, also as rows from wide to narrow, as Hexo has them: `[[Sea, Nets], [Sea, Boats]]` names each once.
  static var rows: FieldType {
    texts { entry in
      guard let rows = entry.value.elements, rows.contains(where: { $0.elements != nil }) else {
        return entry.names()
      }
      let values = rows.flatMap { $0.elements ?? [$0] }
      if let wrong = values.first(where: { $0.text == nil }) {
        return entry.expect("a list of texts", nil, at: wrong)
      }
      return values.compactMap(\.text).reduce(into: []) { found, name in
        if !name.isEmpty, !found.contains(name) { found.append(name) }
      }
    }
  }

  /// Texts with rules of their own.
  static func texts(read: @escaping @Sendable (inout WrittenEntry) -> [String]?) -> FieldType {
    FieldType(
      read: read, write: { $1.put($0) }, decode: { $0.texts() }, text: { $0.joined(separator: ", ") },
      members: { name, texts in [(name, .strings(texts ?? []))] })
  }
}

extension FieldType where Value == Bool {
  /// Yes or no; no, where nothing is said.
  static var flag: FieldType {
    FieldType(
      read: { $0.flag() }, write: { $1.put($0) }, decode: { $0.bool() }, text: { $0 ? "yes" : "no" },
      members: { name, flag in [(name, .bool(flag ?? false))] })
  }
}

extension WrittenEntry {
  /// The value as yes or no; `nil` where it is something else, which is reported.
  mutating func flag() -> Bool? {
    expect("`true` or `false`", value.single.flag)
  }
}
