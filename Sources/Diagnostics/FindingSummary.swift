import Coding
import Text

/// Findings as a terminal shows them: repetition folded, errors last, and how many there are of each kind.
///
/// A kind prints its first places and a count. An archive that was moved may have one slip ten thousand times, and what
/// matters must not drown in it.
public struct FindingSummary: Sendable {
  /// The findings of one kind and severity.
  public struct Group: Sendable {
    /// Those that are printed, the first in the fixed order of every report; never empty.
    public let first: [Diagnostic]
    /// How many there are.
    public let count: Int
    /// In how many files they are.
    public let files: Int
    /// In how many files those are that are not printed.
    fileprivate let otherFiles: Int
    /// The kind.
    public var kind: DiagnosticKind { first[0].kind }
    /// What the findings do to a build.
    public var severity: Diagnostic.Severity { first[0].severity }

    fileprivate init(of findings: [Diagnostic]) {
      first = Array(findings.prefix(FindingSummary.shownPlaces(of: findings[0].severity)))
      count = findings.count
      files = Group.countOfFiles(findings[...])
      otherFiles = Group.countOfFiles(findings.dropFirst(first.count))
    }

    private static func countOfFiles(_ findings: ArraySlice<Diagnostic>) -> Int {
      var files: Set<String> = []
      var last: String?
      // Most stand behind another one of their file.
      for finding in findings where finding.path != last {
        files.insert(finding.path)
        last = finding.path
      }
      return files.count
    }
  }

  /// The kinds: advice, warnings, errors; of one severity in the order of their first places.
  public let groups: [Group]
  /// How many findings can be mended without asking.
  public let mendable: Int

  /// How many places of a kind are printed.
  private static func shownPlaces(of severity: Diagnostic.Severity) -> Int { severity == .error ? 20 : 5 }

  /// Sums up findings, which are in their fixed order.
  public init(of findings: [Diagnostic]) {
    var places: [Key: Int] = [:]
    var gathered: [[Diagnostic]] = []
    var last: Key?
    var place = 0
    for finding in findings {
      let key = Key(kind: finding.kind.name, severity: finding.severity)
      // Many stand behind one of their own kind.
      if key != last {
        place = places[key] ?? gathered.count
        if place == gathered.count { gathered.append([]) }
        (places[key], last) = (place, key)
      }
      gathered[place].append(finding)
    }
    groups = [Diagnostic.Severity.advice, .warning, .error].flatMap { severity in
      gathered.filter { $0[0].severity == severity }.map { Group(of: $0) }
    }
    mendable = findings.count { $0.mend?.isSafe ?? false }
  }

  private struct Key: Hashable {
    let kind: String
    let severity: Diagnostic.Severity
  }

  /// How many findings there are of a severity.
  public func count(_ severity: Diagnostic.Severity) -> Int {
    groups.reduce(0) { $0 + ($1.severity == severity ? $1.count : 0) }
  }

  /// Appends the findings as people read them.
  ///
  /// - Parameter least: Those of less weight are passed over.
  public func print(_ least: Diagnostic.Severity = .advice, to out: inout Bytes, isColored: Bool = false) {
    for group in groups where group.severity >= least {
      for finding in group.first {
        finding.print(to: &out, isColored: isColored)
        out.append(0x0A)
      }
      let rest = group.count - group.first.count
      if rest == 0 { continue }
      let files = group.otherFiles == 1 ? "one file" : "\(group.otherFiles) files"
      out.append(contentsOf: "… and \(rest) more [\(group.kind.name)] in \(files)\n\n".utf8)
    }
  }

  /// How many findings there are of each kind, the most important last.
  public var table: String {
    let width = groups.map { String($0.count).utf8.count }.max() ?? 0
    return groups.map { group in
      let count = String(group.count)
      return String(repeating: " ", count: width - count.utf8.count + 2)
        + "\(count)  \(group.severity.rawValue)  \(group.kind.name)\n"
    }.joined()
  }
}

extension FindingSummary {
  /// Writes the summary for the program's own use.
  public func write(to writer: inout BinaryWriter) {
    writer.put(groups) { group, writer in
      writer.put(group.first) { $0.write(to: &$1) }
      for number in [group.count, group.files, group.otherFiles] { writer.put(number) }
    }
    writer.put(mendable)
  }

  /// Reads what was written.
  public init(from reader: inout BinaryReader) {
    groups = reader.list { Group(from: &$0) }.compactMap(\.self)
    mendable = reader.int()
  }
}

extension FindingSummary.Group {
  /// `nil` where something else was written, which is damage.
  fileprivate init?(from reader: inout BinaryReader) {
    first = reader.list { Diagnostic(from: &$0) }
    (count, files, otherFiles) = (reader.int(), reader.int(), reader.int())
    if first.isEmpty {
      reader.markDamaged()
      return nil
    }
  }
}
