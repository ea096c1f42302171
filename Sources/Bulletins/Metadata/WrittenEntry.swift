import Diagnostics

/// A key with its value, as an author wrote them, and what is wrong with the value.
struct WrittenEntry {
  let key: String
  let value: WrittenValue
  /// Where the value stands.
  let range: Range<Int>
  let source: SourceFile
  /// What is known of the language that it is in.
  let language: WrittenLanguage
  private(set) var diagnostics: [Diagnostic] = []

  init(
    _ key: String, _ value: WrittenValue, at range: Range<Int>, in source: SourceFile, _ language: WrittenLanguage
  ) {
    self.key = key
    self.value = value
    self.range = range
    self.source = source
    self.language = language
  }

  /// Says what is wrong with the value, at its place.
  mutating func report(_ kind: DiagnosticKind, _ message: String, help: String) {
    diagnostics.append(Diagnostic(kind, message, at: source.location(range), help: help))
  }

  /// Hands a value on; one that is missing is of the wrong kind.
  mutating func expect<Value>(_ what: String, _ value: Value?) -> Value? {
    if value == nil {
      diagnostics.append(Diagnostic(.wrongValue, "`\(key)` must be \(what)", at: source.location(range)))
    }
    return value
  }

  /// The value as a text; `nil` where it is empty, or something else, which is reported.
  mutating func text() -> String? {
    let text = value.text
    return text?.isEmpty == true ? nil : expect("a text", text)
  }
}

extension DiagnosticKind {
  static let wrongValue = DiagnosticKind(
    "wrong-value", .error, "A field has a value of the wrong kind, such as a list where a text is needed.")
}
