import YAML

/// The paper that issues are printed on as PDF.
public enum PaperSize: String, Sendable, CaseIterable {
  /// Of most countries.
  case a4
  /// Of North America.
  case letter
}

extension YAMLFields {
  /// Whether there are PDFs, and on which paper.
  mutating func paper(_ key: String) -> PaperSize?? {
    guard let value = value(key) else { return nil }
    if let isWanted = value.bool { return .some(isWanted ? .a4 : nil) }
    if let paper = value.text.flatMap({ PaperSize(rawValue: $0.lowercased()) }) { return .some(paper) }
    wrong(valueOf: key, "`\(key)` must be `true`, `false`, or the paper: `a4` or `letter`")
    return nil
  }
}
