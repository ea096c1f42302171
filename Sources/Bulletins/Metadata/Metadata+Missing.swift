import Diagnostics

extension Metadata {
  /// A key that is nearly a known one.
  struct Misspelling: Sendable {
    let key: String
    let nearest: String
    let range: Range<Int>
    /// Whether a text would be kept back by it, were it spelt rightly.
    var keepsBack = false

    /// What is said of it: publishing can't be taken back.
    func finding(in source: SourceFile) -> Diagnostic {
      let finding = Diagnostic.misspelling(key, of: nearest, at: range, in: source)
      return keepsBack ? finding.raised(to: .error) : finding
    }
  }

  /// What to say where a field is missing that an issue or a page must have: nothing where it was said already why it
  /// has no value, and where a key was misspelt, that and no second warning.
  mutating func missing(
    _ field: PartialKeyPath<Metadata>, _ kind: DiagnosticKind, _ message: String, at location: Location?,
    help: String, in source: SourceFile
  ) -> Diagnostic? {
    if isExplained(field) { return nil }
    let meant = misspellings.firstIndex { Metadata.field(spelled: $0.nearest)?.property?.path == field }
    if let meant {
      let misspelt = misspellings.remove(at: meant)
      return Diagnostic(
        kind, message, at: source.location(misspelt.range), help: "did you mean `\(misspelt.nearest)`?",
        mend: source.guess(
          "write `\(misspelt.nearest)`", misspelt.range, of: misspelt.key, misspelt.nearest))
    }
    if let key = emptyFields.first(where: { $0.field == field })?.key {
      return Diagnostic(kind, message, at: source.location(key), help: "write it behind this key")
    }
    guard let location else { return Diagnostic(kind, message, in: source.path, help: help) }
    return Diagnostic(kind, message, at: location, help: help)
  }
}
