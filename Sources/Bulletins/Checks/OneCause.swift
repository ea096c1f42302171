import Diagnostics

/// One cause, one finding: what follows from a mistake at its own place is not said beside it.
enum OneCause {
  /// What may follow from each kind.
  private static let followers: [DiagnosticKind: Set<DiagnosticKind>] = [
    .missingDate: [.unreadMastheadLine], .missingTitle: [.brokenHeading],
    .unclosedAbstract: [.strayEmphasis, .strayStars],
    .brokenMarkup: [.unbalancedBracket], .unreadInclude: [.emptyAddress, .linkWithoutWords],
  ]

  /// What may follow from lost characters close by, since they take marks away or make others.
  private static let followersOfLoss: Set<DiagnosticKind> = [
    .unbalancedQuotation, .mixedQuotationMarks, .blankBeforePunctuation, .unbalancedBracket,
  ]

  /// What may follow anywhere in a file that nobody finished merging.
  private static let followersOfMerge: Set<DiagnosticKind> = [
    .malformedFrontMatter, .missingTitle, .missingDate, .brokenHeading,
  ]

  /// How many bytes lie between a lost character and a mark that it may have been, or changed.
  private static let reach = 80

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
    let isMerged = findings.contains { $0.kind == .conflictMarker }
    let losses = findings.filter { $0.kind == .lostCharacters }.compactMap(\.location?.range.lowerBound).sorted()
    if causes.isEmpty, !isMerged, losses.isEmpty { return findings }
    return findings.filter { finding in
      if isMerged, followersOfMerge.contains(finding.kind) { return false }
      if followersOfLoss.contains(finding.kind), isNear(finding, losses) { return false }
      return !causes.contains { cause in
        concerns(cause, finding) && followers[cause.kind]?.contains(finding.kind) == true
      }
    }
  }

  /// Whether one of the places, in their order, is close to a finding. A damaged text has thousands of both.
  private static func isNear(_ finding: Diagnostic, _ places: [Int]) -> Bool {
    guard let range = finding.location?.range else { return false }
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < range.lowerBound - reach { low = middle + 1 } else { high = middle }
    }
    return low < places.count && places[low] <= range.upperBound + reach
  }
}
