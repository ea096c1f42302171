import Text

/// Findings as a terminal shows them: repetition folded, errors last, and how many there are of each kind.
///
/// A kind prints its first places and a count. An archive that was moved may have one slip ten thousand times, and what
/// matters must not drown in it.
public struct FindingSummary: Sendable {
  /// The findings of one kind and severity.
  public struct Group: Sendable {
    /// In the fixed order of every report; never empty.
    public let findings: [Diagnostic]
    /// The kind.
    public var kind: DiagnosticKind { findings[0].kind }
    /// What the findings do to a build.
    public var severity: Diagnostic.Severity { findings[0].severity }
  }

  /// The kinds: advice, warnings, errors; of one severity in the order of their first places.
  public let groups: [Group]

  /// How many places of a kind are printed.
  private static func shownPlaces(of severity: Diagnostic.Severity) -> Int { severity == .error ? 20 : 5 }

  /// Sums up findings, which are in their fixed order.
  public init(of findings: [Diagnostic]) {
    var places: [Key: Int] = [:]
    var gathered: [[Diagnostic]] = []
    for finding in findings {
      let key = Key(kind: finding.kind.name, severity: finding.severity)
      if let place = places[key] {
        gathered[place].append(finding)
      } else {
        places[key] = gathered.count
        gathered.append([finding])
      }
    }
    groups = [Diagnostic.Severity.advice, .warning, .error].flatMap { severity in
      gathered.filter { $0[0].severity == severity }.map { Group(findings: $0) }
    }
  }

  private struct Key: Hashable {
    let kind: String
    let severity: Diagnostic.Severity
  }

  /// How many findings there are of a severity.
  public func count(_ severity: Diagnostic.Severity) -> Int {
    groups.reduce(0) { $0 + ($1.severity == severity ? $1.findings.count : 0) }
  }

  /// Appends the findings as people read them.
  public func print(to out: inout Bytes, isColored: Bool = false) {
    for group in groups {
      let shown = group.findings.prefix(FindingSummary.shownPlaces(of: group.severity))
      for finding in shown {
        finding.print(to: &out, isColored: isColored)
        out.append(0x0A)
      }
      let rest = group.findings.dropFirst(shown.count)
      if rest.isEmpty { continue }
      let files = Set(rest.map(\.path)).count
      out.append(
        contentsOf: "… and \(rest.count) more [\(group.kind.name)] in \(files == 1 ? "one file" : "\(files) files")\n\n"
          .utf8)
    }
  }

  /// How many findings there are of each kind, the most important last.
  public var table: String {
    let width = groups.map { String($0.findings.count).utf8.count }.max() ?? 0
    return groups.map { group in
      let count = String(group.findings.count)
      return String(repeating: " ", count: width - count.utf8.count + 2)
        + "\(count)  \(group.severity.rawValue)  \(group.kind.name)\n"
    }.joined()
  }
}
