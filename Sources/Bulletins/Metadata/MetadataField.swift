import Coding
import Diagnostics

/// A field of an issue's metadata: all that is known of it stands in its declaration.
///
/// The closures are made once, of the type of the field's values, so that whoever goes through the fields needs none.
struct MetadataField: Sendable {
  /// The key in front matter and header lines.
  let key: String
  /// Other spellings that are understood.
  let otherSpellings: [String]
  /// What it is, for the documentation.
  let summary: String
  /// Reads a written value into the metadata of its source.
  let read: @Sendable (inout WrittenEntry, inout Metadata) -> Void
  /// What holds the value; `nil` for a key that speaks of other fields.
  let property: Property?
  /// Whether all that a source says under its spellings counts, and not only what the first of them says.
  let gathers: Bool
  /// Changes the text of a field for readers, which is printed as it is written; `nil` for all other fields.
  let changeProse: (@Sendable (inout Metadata, (String) -> String) -> Void)?

  /// Where `inspect` shows a field.
  enum Visibility { case everywhere, onlyJSON, nowhere }

  /// A key with a property.
  ///
  /// - Parameters:
  ///   - key: The key, and the name in the text that `inspect` prints.
  ///   - path: The property.
  ///   - get: Its value. Reading by key path would copy all of the metadata each time.
  ///   - type: How its values are read, kept and shown.
  ///   - comparison: When two sources disagree; without one, the weaker is passed over in silence.
  ///   - own: The issue's own property that it ends in; without one, it is kept among the issue's metadata.
  ///   - visibility: Where `inspect` shows it.
  ///   - name: Its name in the JSON that `inspect` prints, where that is not the key.
  ///   - set: Takes what was read of a source, where not simply one value counts.
  ///   - note: Takes what else the written value says.
  init<Value: Sendable>(
    _ key: String, also otherSpellings: [String] = [],
    _ path: any WritableKeyPath<Metadata, Located<Value>?> & Sendable,
    _ get: @escaping @Sendable (Metadata) -> Located<Value>?, _ type: FieldType<Value>,
    comparing comparison: Comparison<Value>? = nil, endsIn own: (@Sendable (Issue) -> Value?)? = nil,
    inspected visibility: Visibility = .everywhere, as name: String? = nil, _ summary: String,
    set: (@Sendable (inout Metadata, Located<Value>) -> Void)? = nil,
    note: (@Sendable (WrittenEntry, inout Metadata) -> Void)? = nil
  ) {
    self.key = key
    self.otherSpellings = otherSpellings
    self.summary = summary
    gathers = set != nil
    if let changing = type.changingProse {
      changeProse = { metadata, change in
        metadata[keyPath: path] = metadata[keyPath: path].map { Located(changing($0.value, change), at: $0.range) }
      }
    } else {
      changeProse = nil
    }
    read = { entry, metadata in
      let range = entry.range
      let value = type.read(&entry).map { Located($0, at: range) }
      guard let set else {
        metadata[keyPath: path] = value
        note?(entry, &metadata)
        return
      }
      guard let value else { return }
      set(&metadata, value)
      note?(entry, &metadata)
    }
    property = Property(
      path, get, type, comparison, endsIn: own,
      inspected: { value in
        InspectedField(
          name: key, text: visibility == .everywhere ? value.map(type.text) : nil,
          members: visibility == .nowhere ? [] : type.members(name ?? key, value))
      })
  }

  /// A key that speaks of other fields.
  init(
    _ key: String, also otherSpellings: [String] = [], _ summary: String,
    reading read: @escaping @Sendable (inout WrittenEntry, inout Metadata) -> Void
  ) {
    self.key = key
    self.otherSpellings = otherSpellings
    self.summary = summary
    self.read = read
    property = nil
    gathers = true
    changeProse = nil
  }

  /// Whether a masthead prints it.
  var isPrinted: Bool { Metadata.printedFields.contains { $0.key == key } }

  /// The place of a spelling among those of the field.
  func rank(of spelling: String) -> Int {
    let spelling = Metadata.normalized(spelling)
    return ([key] + otherSpellings).firstIndex { Metadata.normalized($0) == spelling } ?? .max
  }
}
