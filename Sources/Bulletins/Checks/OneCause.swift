import Diagnostics

/// One cause, one finding: what follows from a mistake at its own place is not said beside it.
enum OneCause {
  /// What may follow from each kind.
  private static let followers: [DiagnosticKind: Set<DiagnosticKind>] = [
    .missingDate: [.unreadMastheadLine], .missingTitle: [.brokenHeading],
    .unclosedAbstract: [.strayEmphasis, .strayStars],
    .brokenMarkup: [.unbalancedBracket], .unreadInclude: [.emptyAddress, .linkWithoutWords],
  ]

  /// Whether two findings point at the same words.
  private static func concerns(_ cause: Diagnostic, _ finding: Diagnostic) -> Bool {
    guard let a = cause.location?.range, let b = finding.location?.range else {
      return cause.location == nil && finding.location == nil
    }
    return a == b || a.overlaps(b)
  }

  /// The findings without those that follow from others of them.
  static func withoutFollowers(_ findings: [Diagnostic]) -> [Diagnostic] {
    let causes = findings.filter { followers[$0.kind] != nil }
    if causes.isEmpty { return findings }
    return findings.filter { finding in
      !causes.contains { cause in
        concerns(cause, finding) && followers[cause.kind]?.contains(finding.kind) == true
      }
    }
  }
}
