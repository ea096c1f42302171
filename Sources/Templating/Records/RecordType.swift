/// Records of one kind, as templates read them, and how they are made of a subject. Each field is declared once: its name,
/// its type, its sentence, and the way to its value.
public struct RecordType<Subject>: Sendable {
  /// A field with the way to its value.
  public struct Field: Sendable {
    /// What templates and the documentation know of the field.
    public let declaration: Shape.Field
    let value: @Sendable (Subject) -> Value
    let text: (@Sendable (Subject) -> LazyText)?

    /// A field whose value is made together with the record.
    public init(
      _ name: String, _ type: Shape.FieldType, _ summary: String, _ value: @escaping @Sendable (Subject) -> Value
    ) {
      declaration = Shape.Field(name, type, summary)
      self.value = value
      text = nil
    }

    /// A field whose text is fetched when a template reads it; a record has at most one.
    public static func lazy(
      _ name: String, _ summary: String, _ text: @escaping @Sendable (Subject) -> LazyText
    ) -> Field {
      Field(Shape.Field(name, .scalar, summary), text)
    }

    private init(_ declaration: Shape.Field, _ text: @escaping @Sendable (Subject) -> LazyText) {
      self.declaration = declaration
      value = { _ in .none }
      self.text = text
    }
  }

  /// The way to a value. A structure, because an array of closures holds each of them behind another one.
  @usableFromInline
  struct Getter: Sendable {
    @usableFromInline let value: @Sendable (Subject) -> Value

    init(_ value: @escaping @Sendable (Subject) -> Value) { self.value = value }
  }

  /// The field whose text is fetched when a template reads it.
  @usableFromInline
  struct LazyField: Sendable {
    @usableFromInline let name: Symbol
    @usableFromInline let text: @Sendable (Subject) -> LazyText

    init?(_ field: Field) {
      guard let text = field.text else { return nil }
      name = Symbol(field.declaration.name)
      self.text = text
    }
  }

  /// What templates may ask of a record.
  public let shape: Shape
  @usableFromInline let getters: [Getter]
  @usableFromInline let lazyText: LazyField?
  @usableFromInline let keepsDigests: Bool

  /// Records from their fields.
  ///
  /// - Parameters:
  ///   - name: What such a record is called in messages and in the documentation.
  ///   - keepsDigests: Whether all pages read one record, so that it pays to remember the digests of its fields.
  public init(_ name: String, keepsDigests: Bool = false, _ fields: [Field]) {
    precondition(fields.count { $0.text != nil } < 2, "\(name) has two texts to be fetched")
    shape = Shape(name, fields.map(\.declaration))
    getters = fields.map { Getter($0.value) }
    lazyText = fields.lazy.compactMap { LazyField($0) }.first
    self.keepsDigests = keepsDigests
  }

  /// The record of a subject.
  @inlinable
  public func record(of subject: Subject) -> Value {
    let values = getters.map { $0.value(subject) }
    guard let lazyText else { return .record(Record(shape, values, keepsDigests: keepsDigests)) }
    return .record(Record(shape, values, lazy: (lazyText.name, lazyText.text(subject)), keepsDigests: keepsDigests))
  }

  /// The records of several subjects.
  @inlinable
  public func list(of subjects: some Sequence<Subject>) -> Value { .list(subjects.map { record(of: $0) }) }
}

/// What a record is made of, where the type itself says which fields there are.
public protocol RecordSubject: Sendable {
  /// The fields of its records.
  static var recordType: RecordType<Self> { get }
}

extension RecordSubject {
  /// The record that templates read.
  @inlinable public var record: Value { Self.recordType.record(of: self) }
}

extension Sequence where Element: RecordSubject {
  /// The list of their records that templates read.
  @inlinable public var records: Value { Element.recordType.list(of: self) }
}

extension Shape.FieldType {
  /// A record made of a subject.
  public static func record<Subject: RecordSubject>(of _: Subject.Type) -> Shape.FieldType {
    .record(Subject.recordType.shape)
  }

  /// A list of records made of subjects.
  public static func records<Subject: RecordSubject>(of type: Subject.Type) -> Shape.FieldType {
    .list(.record(of: type))
  }
}
