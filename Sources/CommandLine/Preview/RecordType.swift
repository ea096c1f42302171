import Templating

/// Records of one kind for templates. Each field is declared once: its name, its type, its sentence, and how it is had.
struct RecordType<Subject>: Sendable {
  /// A field with the way to its value.
  struct Field: Sendable {
    let declaration: Shape.Field
    let value: @Sendable (Subject) -> Value

    init(
      _ name: String, _ type: Shape.FieldType, _ summary: String, _ value: @escaping @Sendable (Subject) -> Value
    ) {
      declaration = Shape.Field(name, type, summary)
      self.value = value
    }
  }

  /// What templates may ask of a record.
  let shape: Shape
  private let values: [@Sendable (Subject) -> Value]

  init(_ name: String, _ fields: [Field]) {
    shape = Shape(name, fields.map(\.declaration))
    values = fields.map(\.value)
  }

  /// The record of one subject.
  func record(of subject: Subject) -> Value { .record(Record(shape, values.map { $0(subject) })) }

  /// The records of several subjects.
  func list(of subjects: some Sequence<Subject>) -> Value { .list(subjects.map { record(of: $0) }) }
}
