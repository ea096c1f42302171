import Diagnostics

/// What is wrong or remarkable in an edition, by what it comes from.
struct EditionFindings: Sendable {
  /// In the files of issues.
  var reading: [Diagnostic] = []
  /// In what all pages share.
  var shared: [Diagnostic] = []
  /// In the files beside texts.
  var attachments: [Diagnostic] = []
  /// In what issues are to each other, and in addresses.
  var planned: [Diagnostic] = []

  /// Everything in its fixed order.
  var all: [Diagnostic] { (reading + shared + attachments + planned).inOrder }

  /// Whether something of such a kind was found in a file.
  func contain(_ kinds: Set<DiagnosticKind>, in path: String) -> Bool {
    [reading, shared, attachments, planned].contains { list in
      list.contains { $0.path == path && kinds.contains($0.kind) }
    }
  }

  /// Puts what was found in a file in the place of what was found in it before.
  mutating func replace(_ old: [Diagnostic], in path: String, with new: [Diagnostic]) {
    var gone = old
    reading.removeAll { known in
      guard known.path == path, let place = gone.firstIndex(of: known) else { return false }
      gone.remove(at: place)
      return true
    }
    reading += new
  }
}
