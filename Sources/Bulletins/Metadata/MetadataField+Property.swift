import Coding

extension MetadataField {
  /// How the property behind a field is merged, compared, kept and shown.
  struct Property: Sendable {
    let path: Metadata.FieldPath
    /// Where the value stands, if a source has it.
    let range: @Sendable (Metadata) -> Range<Int>?
    /// Takes the value of a weaker source where the stronger one has none.
    let fill: @Sendable (inout Metadata, Metadata) -> Void
    /// Whether both sources have it, with different values; `nil` where they can't disagree.
    let differs: (@Sendable (_ strong: Metadata, _ weak: Metadata) -> Bool)?
    /// How the store keeps it; `nil` where the issue has a property of its own for it.
    let codec: Codec?
    /// What `inspect` says of it.
    let inspected: @Sendable (Issue) -> InspectedField

    init<Value: Sendable>(
      _ path: any WritableKeyPath<Metadata, Located<Value>?> & Sendable,
      _ get: @escaping @Sendable (Metadata) -> Located<Value>?, _ type: FieldType<Value>,
      _ comparison: Comparison<Value>?, endsIn own: (@Sendable (Issue) -> Value?)?,
      inspected: @escaping @Sendable (Value?) -> InspectedField
    ) {
      self.path = path
      range = { get($0)?.range }
      fill = { metadata, weaker in
        if let value = get(weaker), get(metadata) == nil { metadata[keyPath: path] = value }
      }
      if let comparison {
        differs = { strong, weak in
          guard let value = get(strong)?.value else { return false }
          if let other = get(weak)?.value {
            return !(weak.origin == .fileName ? comparison.areNear : comparison.areEqual)(value, other)
          }
          // What a source does not have can't be another.
          return comparison.countsProblems
            && weak.problem(of: path).map { !Metadata.kindsOfNothing.contains($0.kind) } ?? false
        }
      } else {
        differs = nil
      }
      codec = own == nil ? Codec(path, get, type) : nil
      if let own {
        self.inspected = { inspected(own($0)) }
      } else {
        self.inspected = { inspected(get($0.metadata)?.value) }
      }
    }
  }

  /// How the store keeps a field: whether there is a value, and the value, without where it stands.
  struct Codec: Sendable {
    let write: @Sendable (Metadata, inout BinaryWriter) -> Void
    let read: @Sendable (inout BinaryReader, inout Metadata) -> Void

    init<Value: Sendable>(
      _ path: any WritableKeyPath<Metadata, Located<Value>?> & Sendable,
      _ get: @escaping @Sendable (Metadata) -> Located<Value>?, _ type: FieldType<Value>
    ) {
      write = { metadata, writer in writer.put(get(metadata)?.value, type.write) }
      read = { reader, metadata in
        if let value = reader.optional(type.decode) ?? nil { metadata[keyPath: path] = Located(value, at: 0..<0) }
      }
    }
  }

  /// When the values of two sources are the same.
  struct Comparison<Value: Sendable>: Sendable {
    let areEqual: @Sendable (Value, Value) -> Bool
    /// The same for what a file's name says.
    let areNear: @Sendable (Value, Value) -> Bool
    /// Whether a weaker source differs, too, where it has a value that can't be read.
    let countsProblems: Bool

    init(
      _ areEqual: @escaping @Sendable (Value, Value) -> Bool, near areNear: (@Sendable (Value, Value) -> Bool)? = nil,
      countsProblems: Bool = false
    ) {
      self.areEqual = areEqual
      self.areNear = areNear ?? areEqual
      self.countsProblems = countsProblems
    }

    /// Compares what is said of the values.
    static func by<Key: Equatable & SendableMetatype>(_ key: @escaping @Sendable (Value) -> Key) -> Comparison {
      Comparison({ key($0) == key($1) })
    }
  }
}

extension MetadataField.Comparison where Value: Equatable & SendableMetatype {
  /// Compares the values.
  static var values: Self { Self({ $0 == $1 }) }
}

extension MetadataField.Comparison where Value == PublicationDate {
  /// Compares the days; one that can't be read is another than one that can.
  static var days: Self { Self({ $0 == $1 }, near: { $0.mayBeNamed($1) }, countsProblems: true) }
}
