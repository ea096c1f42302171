/// Which findings are said: what a site's settings, its authors' comments and its accepted findings leave of them.
public struct FindingFilter: Sendable {
  /// What the settings say of kinds.
  public var rules = FindingRules()
  /// What was accepted.
  public var accepted = AcceptedFindings()
  /// The places in files where kinds are switched off.
  public var places: [String: SilencedPlaces] = [:]

  /// Everything is said.
  public init() {}

  /// The same with places in more files.
  public func silencing(_ more: [String: SilencedPlaces]) -> FindingFilter {
    var filter = self
    filter.places.merge(more) { $1 }
    return filter
  }

  /// The findings that are said, as they are to be said.
  public func said(_ findings: [Diagnostic]) -> [Diagnostic] {
    if rules.isEmpty, accepted.isEmpty, places.isEmpty { return findings }
    return findings.compactMap { finding in
      if places[finding.path]?.silence(finding) == true { return nil }
      return rules.said(finding).flatMap { accepted.contain($0) ? nil : $0 }
    }
  }
}
