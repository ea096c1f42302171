import Diagnostics

/// One cause, one finding: what follows from a mistake at its own place is not said beside it.
enum OneCause {
  /// What may follow from each kind.
  private static let followers: [DiagnosticKind: Set<DiagnosticKind>] = [
    .missingDate: [.unreadMastheadLine], .missingTitle: [.brokenHeading],
    .unclosedAbstract: [.strayEmphasis, .strayStars],
    .brokenMarkup: [.unbalancedBracket], .unreadInclude: [.emptyAddress, .linkWithoutWords],
  ]

  /// What may follow from each kind on the same line, since it takes marks away or makes others.
  private static let followersOnLine: [DiagnosticKind: Set<DiagnosticKind>] = [
    .lostCharacters: [.unbalancedQuotation, .mixedQuotationMarks, .blankBeforePunctuation, .unbalancedBracket]
  ]

  /// What may follow from each kind anywhere in the file.
  private static let followersAnywhere: [DiagnosticKind: Set<DiagnosticKind>] = [
    .conflictMarker: [.malformedFrontMatter, .missingTitle, .missingDate, .brokenHeading]
  ]

  private static func isCause(_ finding: Diagnostic) -> Bool {
    followers[finding.kind] != nil || followersOnLine[finding.kind] != nil || followersAnywhere[finding.kind] != nil
  }

  private static func follows(_ finding: Diagnostic, from cause: Diagnostic) -> Bool {
    followers[cause.kind]?.contains(finding.kind) == true && concerns(cause, finding)
      || followersOnLine[cause.kind]?.contains(finding.kind) == true && cause.location?.line == finding.location?.line
      || followersAnywhere[cause.kind]?.contains(finding.kind) == true
  }

  /// Whether two findings point at the same words.
  private static func concerns(_ cause: Diagnostic, _ finding: Diagnostic) -> Bool {
    guard let a = cause.location?.range, let b = finding.location?.range else {
      return cause.location == nil && finding.location == nil
    }
    return a == b || a.overlaps(b)
  }

  /// The findings without those that follow from others of them.
  static func withoutFollowers(_ findings: [Diagnostic]) -> [Diagnostic] {
    let causes = findings.filter(isCause)
    if causes.isEmpty { return findings }
    return findings.filter { finding in !causes.contains { follows(finding, from: $0) } }
  }
}
