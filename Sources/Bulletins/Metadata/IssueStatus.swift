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

/// The keys that say whether the text may be out.
extension Metadata {
  /// Takes a status.
  mutating func read(status entry: inout WrittenEntry) {
    guard let status = entry.status() else { return }
    mark(isDraft: status == .draft, at: entry.range)
    if status == .withdrawn { self.isWithdrawn = Located(true, at: entry.range) }
  }

  /// Takes what is hidden for unfinished. Themes of other engines have lists of what is hidden under the same keys.
  mutating func read(isHidden entry: inout WrittenEntry) {
    if let isHidden = entry.value.flag {
      mark(isDraft: isHidden, at: entry.range)
    } else {
      extra.append((entry.key, entry.value.extra))
    }
  }

  /// Takes what is not for everybody for unfinished, and keeps what else themes say under the key.
  mutating func read(isPublic entry: inout WrittenEntry) {
    if entry.value.flag == false { mark(isDraft: true, at: entry.range) }
    extra.append((entry.key, entry.value.extra))
  }

  /// Takes a word that may say how far a text is, or in which part of a country something was.
  mutating func read(state entry: inout WrittenEntry) {
    switch entry.value.single.text.flatMap({ IssueStatus($0) }) {
    case .draft: mark(isDraft: true, at: entry.range)
    case .withdrawn: self.isWithdrawn = Located(true, at: entry.range)
    case .published, nil: break
    }
    extra.append((entry.key, entry.value.extra))
  }

  /// What `visibility:` says of texts that are not for everybody.
  static let hiddenForms: Set<String> = [
    "private", "hidden", "unlisted", "draft", "none", "internal", "secret", "restricted", "confidential",
  ]

  /// Takes a word for who may see it, and keeps it for templates.
  mutating func read(visibility entry: inout WrittenEntry) {
    let word = entry.value.single.text?.lowercased() ?? ""
    if Metadata.hiddenForms.contains(word) {
      mark(isDraft: true, at: entry.range)
    } else if let nearest = Metadata.hiddenForms.sorted().nearest(to: word) {
      entry.report(.unknownStatus, "“\(word)” is no visibility", help: "did you mean `\(nearest)`?")
    }
    extra.append((entry.key, entry.value.extra))
  }

  /// Takes what Hugo is told about making its page, and keeps it for templates.
  mutating func read(build entry: inout WrittenEntry) {
    let render = entry.value.member("render")
    if render?.flag == false || render?.text?.lowercased() == "never" { mark(isDraft: true, at: entry.range) }
    extra.append((entry.key, entry.value.extra))
  }

  /// Takes where it was published, or that it was not.
  mutating func read(permalink entry: inout WrittenEntry) {
    if entry.value.flag == false { return mark(isDraft: true, at: entry.range) }
    add(formerAddresses: entry.publishedAddress() ?? [], at: entry.range)
  }

  /// Takes what Hugo makes no page of, and keeps it for templates.
  mutating func read(isHeadless entry: inout WrittenEntry) {
    if entry.value.flag == true { mark(isDraft: true, at: entry.range) }
    extra.append((entry.key, entry.value.extra))
  }

  /// Takes whether it is published, or the day from which it is.
  mutating func read(published entry: inout WrittenEntry) {
    if entry.value.text?.utf8.first?.isASCIIDigit == true {
      if let date = entry.date() { hold(until: Located(date, at: entry.range)) }
    } else if let isPublished = entry.flag() {
      mark(isDraft: !isPublished, at: entry.range)
    }
  }
}

extension DiagnosticKind {
  static let unknownStatus = DiagnosticKind(
    "unknown-status", .error,
    "`status:` must be `draft`, `published` or `withdrawn`. Another word may be a misspelt `draft`, and what was published by mistake can't be taken back."
  )
}
