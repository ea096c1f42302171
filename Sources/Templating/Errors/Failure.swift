import Diagnostics

/// Why a rendering ended: what was wrong, where, and how the machine got there.
///
/// One reference, because every step of the machine can throw it.
public struct Failure: Error, Sendable {
  /// All that is known.
  private final class Details: Sendable {
    let message: String
    let help: String?
    let location: Location?
    let title: String
    let trace: [(title: String, location: Location)]
    let notes: [String]
    let cause: Cause

    init(
      _ message: String, help: String?, location: Location? = nil, title: String = "",
      trace: [(title: String, location: Location)] = [], notes: [String] = [], cause: Cause = .other
    ) {
      self.message = message
      self.help = help
      self.location = location
      self.title = title
      self.trace = trace
      self.notes = notes
      self.cause = cause
    }
  }

  /// What the machine adds to the message, since it knows the source.
  enum Cause: Sendable {
    /// The message says all.
    case other
    /// The expression is undefined.
    case undefined
    /// The base of the expression is undefined; the number is its length.
    case undefinedBase(Int)
    /// What is called is undefined.
    case undefinedCallee
  }

  private var details: Details

  /// What is wrong, without a full stop.
  public var message: String { details.message }
  /// What to write instead, where that is likely.
  public var help: String? { details.help }
  /// Where it was written; the machine fills it in.
  public var location: Location? { details.location }
  /// The blocks, macros and templates that it came through, the innermost first, and where each was called.
  public var trace: [(title: String, location: Location)] { details.trace }

  var cause: Cause { details.cause }

  /// A failure of a filter, test or function.
  public init(_ message: String, help: String? = nil) { details = Details(message, help: help) }

  init(_ cause: Cause, _ message: String = "this is undefined") {
    details = Details(message, help: nil, cause: cause)
  }

  /// Adds what the caller knows: for which page a template ran, say.
  public mutating func addNote(_ note: String) {
    details = Details(
      message, help: help, location: location, title: details.title, trace: trace, notes: details.notes + [note])
  }

  /// The same failure, which passed a location in a function: where it happened, or where that was called.
  func addingTrace(_ location: Location, in title: String) -> Failure {
    Failure(
      details: Details(
        message, help: help, location: details.location ?? location, title: title,
        trace: details.location == nil ? [] : trace + [(details.title, location)], notes: details.notes))
  }

  /// A mistake of a template, found where it was to be used.
  init(_ diagnostic: Diagnostic) {
    details = Details(
      diagnostic.message, help: diagnostic.help.first, location: diagnostic.location,
      title: "template \(diagnostic.path)")
  }

  private init(details: Details) { self.details = details }

  /// The calls that led to the failure; what calls itself is named once.
  private var calls: [Diagnostic.Note] {
    var notes: [Diagnostic.Note] = []
    var at = trace.startIndex
    while at < trace.endIndex {
      let call = trace[at]
      let end = trace[at...].firstIndex { $0.title != call.title || $0.location != call.location } ?? trace.endIndex
      let times = end - at == 1 ? "" : ", \(end - at) times"
      notes.append(Diagnostic.Note("in \(call.title), called here\(times)", at: call.location))
      at = end
    }
    // What calls itself in a circle of several is named once, and how it began.
    let (most, first) = (12, 8)
    guard notes.count > most else { return notes }
    let left = notes.count - most
    return notes[..<first] + [Diagnostic.Note("and \(left) calls more")] + notes[(first + left)...]
  }

  /// The failure as a finding about the template.
  public func diagnostic(in template: String) -> Diagnostic {
    let notes = calls + details.notes.map { Diagnostic.Note($0) }
    guard let location else { return Diagnostic(.templateFailed, message, in: template, notes: notes, help: help) }
    return Diagnostic(.templateFailed, message, at: location, notes: notes, help: help)
  }
}

extension DiagnosticKind {
  static let templateFailed = DiagnosticKind(
    "template-failed", .error,
    "A template was right in form but failed while a page was made of it, for example by adding a number to a text. The notes lead from the place to the page."
  )
}
