import Diagnostics

/// A key with its value, as an author wrote them, and what is wrong with the value.
struct WrittenEntry {
  let key: String
  let value: WrittenValue
  let source: SourceFile
  /// What is known of the language that it is in.
  let language: WrittenLanguage
  private(set) var diagnostics: [Diagnostic] = []
  /// Members of the value that are to be read as if they stood beside it.
  var laidOpen: [WrittenValue.Member] = []

  init(_ key: String, _ value: WrittenValue, in source: SourceFile, _ language: WrittenLanguage) {
    self.key = key
    self.value = value
    self.source = source
    self.language = language
  }

  /// Where the value stands.
  var range: Range<Int> { value.range }

  /// Says what is wrong with the value, or with a part of it, at its place.
  mutating func report(_ kind: DiagnosticKind, _ message: String, at part: WrittenValue? = nil, help: String?...) {
    report(Diagnostic(kind, message, at: source.location((part ?? value).range), help: help.first ?? nil))
  }

  /// Says what was found of the value.
  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// Hands a value on; one that is missing is of the wrong kind.
  mutating func expect<Value>(_ what: String, _ read: Value?, at part: WrittenValue? = nil) -> Value? {
    if read == nil {
      report(.wrongValue, "`\(key)` must be \(what), not \((part ?? value).description)", at: part)
    }
    return read
  }

  /// The value as a text; `nil` where it is empty, or something else, which is reported.
  mutating func text() -> String? {
    let value = value.single
    if value.isNull || value.elements?.isEmpty == true { return nil }
    guard let text = expect("a text", value.text, at: value) else { return nil }
    return text.isEmpty ? nil : text
  }

  /// The value as texts; an element that is none is reported.
  mutating func texts() -> [String]? {
    if let texts = value.texts { return texts }
    return expect("a list of texts", nil, at: value.elements?.first { $0.text == nil })
  }

  /// The value as texts, or as one, which may have commas.
  mutating func names() -> [String]? { value.elements == nil ? text().map { [$0] } : texts() }
}

extension DiagnosticKind {
  static let wrongValue = DiagnosticKind(
    "wrong-value", .error, "A field has a value of the wrong kind, such as a list where a text is needed.")
}
