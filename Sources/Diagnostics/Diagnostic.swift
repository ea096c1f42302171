/// Something wrong in an author's text: it is collected, sorted and printed, never thrown.
///
/// A class, because an archive may have thousands, which pass through many hands.
public final class Diagnostic: Sendable, Equatable {
  /// What a diagnostic does to the build.
  public enum Severity: String, Sendable, Comparable {
    /// A matter of style; the site is published, and a build only counts it.
    case advice
    /// The result may not be what was meant; the site is published.
    case warning
    /// Going on would publish something wrong; nothing is published.
    case error

    /// Advice before warnings, warnings before errors.
    public static func < (a: Severity, b: Severity) -> Bool { a.weight < b.weight }

    private var weight: Int {
      switch self {
      case .advice: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  /// A second place or fact that helps to understand the first.
  public struct Note: Sendable, Equatable {
    /// What is to be seen there.
    public let message: String
    /// Where, if anywhere.
    public let location: Location?

    /// A fact, with the place that shows it.
    public init(_ message: String, at location: Location? = nil) {
      self.message = message
      self.location = location
    }
  }

  /// What kind of mistake it is.
  public let kind: DiagnosticKind
  /// Whether it stops the build; the kind's own severity unless a setting raised it.
  public let severity: Severity
  /// The headline: what is so, without a full stop.
  public let message: String
  /// The file it is about.
  public let path: String
  /// The range in it; `nil` when the file as a whole is meant.
  public let location: Location?
  /// Further places and facts.
  public let notes: [Note]
  /// What to write instead.
  public let help: [String]
  /// What a program can do about it, if anything.
  public let mend: Mend?

  /// A finding at a range of a text; help that is `nil` is none.
  public convenience init(
    _ kind: DiagnosticKind, _ message: String, at location: Location, notes: [Note] = [], help: String?...,
    mend: Mend? = nil
  ) {
    self.init(
      kind, severity: kind.severity, message, path: location.path, location: location, notes: notes,
      help: help.compactMap(\.self), mend: mend)
  }

  /// A finding about a file as a whole; help that is `nil` is none.
  public convenience init(
    _ kind: DiagnosticKind, _ message: String, in path: String, notes: [Note] = [], help: String?...
  ) {
    self.init(
      kind, severity: kind.severity, message, path: path, location: nil, notes: notes, help: help.compactMap(\.self))
  }

  init(
    _ kind: DiagnosticKind, severity: Severity, _ message: String, path: String, location: Location?, notes: [Note],
    help: [String], mend: Mend? = nil
  ) {
    self.kind = kind
    self.severity = severity
    self.message = message
    self.path = path
    self.location = location
    self.notes = notes
    self.help = help
    self.mend = mend
  }

  /// Whether two say the same of the same place.
  public static func == (a: Diagnostic, b: Diagnostic) -> Bool {
    a === b
      || a.kind == b.kind && a.severity == b.severity && a.message == b.message && a.path == b.path
        && a.location == b.location && a.notes == b.notes && a.help == b.help
        && a.mend == b.mend
  }

  /// A warning as an error, for publishers who accept none; advice stays what it is.
  public var strict: Diagnostic { severity == .warning ? raised(to: .error) : self }

  /// The same with another severity.
  public func raised(to severity: Severity) -> Diagnostic {
    Diagnostic(
      kind, severity: severity, message, path: path, location: location, notes: notes, help: help, mend: mend)
  }
}

extension Array where Element == Diagnostic {
  /// Whether any of them stops the build.
  public var containErrors: Bool { contains { $0.severity == .error } }

  /// In the fixed order of every report: by file, then by place, then by kind and words.
  public var inOrder: [Diagnostic] {
    sorted { a, b in
      if a.path != b.path { return a.path < b.path }
      let (x, y) = (a.location?.range.lowerBound ?? -1, b.location?.range.lowerBound ?? -1)
      if x != y { return x < y }
      return (a.kind.name, a.message) < (b.kind.name, b.message)
    }
  }

  /// Those that others do not say, too.
  public func without(_ others: some Sequence<Diagnostic>) -> [Diagnostic] {
    // By their places: a text may have thousands that differ in nothing else.
    let said = Dictionary(grouping: others) { Place($0) }
    return filter { said[Place($0)]?.contains($0) != true }
  }
}

/// Where a finding is.
private struct Place: Hashable {
  let path: String
  let start: Int?

  init(_ finding: Diagnostic) {
    path = finding.path
    start = finding.location?.range.lowerBound
  }
}
