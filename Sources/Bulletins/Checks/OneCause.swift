import Diagnostics

/// One cause, one finding: what follows from a mistake at its own place is not said beside it.
enum OneCause {
  /// What may follow from each kind.
  private static let followers: [DiagnosticKind: Set<DiagnosticKind>] = [
    .missingDate: [.unreadMastheadLine], .missingTitle: [.brokenHeading], .unclosedAbstract: [.strayEmphasis],
  ]

  /// The findings without those that follow from others of them.
  static func withoutFollowers(_ findings: [Diagnostic]) -> [Diagnostic] {
    let causes = findings.filter { followers[$0.kind] != nil }
    if causes.isEmpty { return findings }
    return findings.filter { finding in
      !causes.contains { cause in
        cause.location?.range == finding.location?.range && followers[cause.kind]?.contains(finding.kind) == true
      }
    }
  }
}
