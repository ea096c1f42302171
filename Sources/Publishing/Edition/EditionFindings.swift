import Bulletins
import Diagnostics

/// What is wrong or remarkable in an edition, by what it comes from.
struct EditionFindings: Sendable {
  /// Which of them are said: the others are not even kept.
  private(set) var filter: FindingFilter
  /// In the files of issues.
  private var reading: [Diagnostic] = []
  /// In what all pages share.
  private var shared: [Diagnostic] = []
  /// In the files beside texts.
  private var attachments: [Diagnostic] = []
  /// In what issues are to each other, and in addresses.
  private var planned: [Diagnostic] = []

  /// What was found.
  init(
    _ filter: FindingFilter, reading: [Diagnostic], shared: [Diagnostic], attachments: [Diagnostic],
    planned: [Diagnostic]
  ) {
    self.filter = filter
    self.reading = filter.said(reading)
    self.shared = filter.said(shared)
    self.attachments = filter.said(attachments)
    self.planned = filter.said(planned)
  }

  /// What a build said, which is kept with what was read of texts.
  init(restored findings: [Diagnostic], _ filter: FindingFilter) {
    self.filter = filter
    reading = findings
  }

  /// Puts what is found now beside texts, and in what issues are to each other, in the place of what was.
  mutating func replace(attachments: [Diagnostic], planned: [Diagnostic]) {
    self.attachments = filter.said(attachments)
    self.planned = filter.said(planned)
  }

  /// Everything in its fixed order.
  var all: [Diagnostic] { (reading + shared + attachments + planned).inOrder }

  /// Whether something of such a kind was found in a file.
  func contain(_ kinds: Set<DiagnosticKind>, in path: String) -> Bool {
    [reading, shared, attachments, planned].contains { list in
      list.contains { $0.path == path && kinds.contains($0.kind) }
    }
  }

  /// Puts what was found in a file in the place of what was found in it before.
  mutating func replace(_ old: Reading, in path: String, with new: Reading) {
    var gone = filter.said(old.diagnostics)
    reading.removeAll { known in
      guard known.path == path, let place = gone.firstIndex(of: known) else { return false }
      gone.remove(at: place)
      return true
    }
    filter.places[path] = new.silenced.isEmpty ? nil : new.silenced
    reading += filter.said(new.diagnostics)
  }

  /// Puts what was wrong with files that are left out in the place of what is said of them now.
  mutating func leave(out files: LeftOut) {
    for list in [\EditionFindings.reading, \.shared, \.attachments, \.planned] {
      self[keyPath: list].removeAll { $0.severity == .error && files.contains($0.path) }
    }
    reading += filter.said(files.findings)
  }
}
