import Diagnostics
import Text

/// The words of `status:`.
enum IssueStatus: String, CaseIterable {
  /// The text is unfinished, and kept back.
  case draft
  /// The text may be out.
  case published
  /// The text was taken back.
  case withdrawn

  /// The status that a word means, as archives write it.
  init?(_ word: String) {
    switch word.lowercased() {
    // Pelican's `hidden` is in no list: without an address that somebody was given, nobody finds it.
    case "draft", "hidden": self = .draft
    case "published", "publish", "public", "final": self = .published
    case "withdrawn", "retracted": self = .withdrawn
    default: return nil
    }
  }

  /// The status that a misspelt word is probably meant to be.
  static func nearest(to word: String) -> String? { allCases.map(\.rawValue).nearest(to: word.lowercased()) }
}

extension WrittenEntry {
  /// The value as a status; `nil` where it is empty or none, which is reported.
  mutating func status() -> IssueStatus? {
    guard let text = text() else { return nil }
    if let status = IssueStatus(text) { return status }
    report(
      .unknownStatus, "“\(text)” is no status",
      help: IssueStatus.nearest(to: text).map { "did you mean `\($0)`?" }
        ?? "write `draft`, `published` or `withdrawn`, or leave the key out")
    return nil
  }
}

extension DiagnosticKind {
  static let unknownStatus = DiagnosticKind(
    "unknown-status", .error,
    "`status:` must be `draft`, `published` or `withdrawn`. Another word may be a misspelt `draft`, and what was published by mistake can't be taken back."
  )
}
