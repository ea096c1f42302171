import Text

/// What a site says of kinds of findings: which of them nobody is to be told of, and which matter more or less, in all of
/// it or below a folder.
public struct FindingRules: Sendable, Equatable {
  /// What becomes of findings of a kind.
  public enum Verdict: Sendable, Equatable {
    /// Nobody is told.
    case off
    /// They are as serious as this.
    case severity(Diagnostic.Severity)
  }

  private struct Rule: Sendable, Equatable {
    let folder: String
    let kind: String
    let verdict: Verdict
  }

  private var rules: [Rule] = []

  /// Nothing.
  public init() {}

  /// Whether it says nothing.
  public var isEmpty: Bool { rules.isEmpty }

  /// Says something of a kind.
  ///
  /// - Parameter folder: The folder below which it holds, relative to the site; nothing for all files.
  public mutating func add(_ kind: String, _ verdict: Verdict, below folder: String = "") {
    rules.append(Rule(folder: folder, kind: kind, verdict: verdict))
  }

  /// A finding as the rules have it; `nil` where nobody is to be told of it. The rule of the innermost folder counts. What
  /// keeps a site from being published stays an error.
  public func said(_ finding: Diagnostic) -> Diagnostic? {
    if finding.severity == .error { return finding }
    let path = finding.path.utf8
    let rule = rules.filter { rule in
      rule.kind == finding.kind.name && (rule.folder.isEmpty || path.starts(with: (rule.folder + "/").utf8))
    }.max { $0.folder.utf8.count < $1.folder.utf8.count }
    switch rule?.verdict {
    case nil: return finding
    case .off: return nil
    case .severity(let severity): return severity == finding.severity ? finding : finding.raised(to: severity)
    }
  }
}
