import Diagnostics

/// Why a rendering ended: what was wrong, where, and how the machine got there.
///
/// One reference, because every step of the machine can throw it.
public struct Failure: Error, Sendable {
  /// All that is known.
  private final class Facts: Sendable {
    let message: String
    let help: String?
    let place: Place?
    let title: String
    let trace: [(title: String, place: Place)]
    let remarks: [String]
    let cause: Cause

    init(
      _ message: String, help: String?, place: Place? = nil, title: String = "",
      trace: [(title: String, place: Place)] = [], remarks: [String] = [], cause: Cause = .other
    ) {
      self.message = message
      self.help = help
      self.place = place
      self.title = title
      self.trace = trace
      self.remarks = remarks
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

  private var facts: Facts

  /// What is wrong, without a full stop.
  public var message: String { facts.message }
  /// What to write instead, where that is likely.
  public var help: String? { facts.help }
  /// Where it was written; the machine fills it in.
  public var place: Place? { facts.place }
  /// The blocks, macros and templates that it came through, the innermost first, and where each was called.
  public var trace: [(title: String, place: Place)] { facts.trace }

  var cause: Cause { facts.cause }

  /// A failure of a filter, test or function.
  public init(_ message: String, help: String? = nil) { facts = Facts(message, help: help) }

  init(_ cause: Cause, _ message: String = "this is undefined") {
    facts = Facts(message, help: nil, cause: cause)
  }

  /// The same failure with a message that names the source.
  func saying(_ message: String, help: String?) -> Failure {
    Failure(facts: Facts(message, help: help, remarks: facts.remarks))
  }

  /// Adds what the caller knows: for which page a template ran, say.
  public mutating func note(_ remark: String) {
    facts = Facts(
      message, help: help, place: place, title: facts.title, trace: trace, remarks: facts.remarks + [remark])
  }

  /// The same failure, which passed a place in a function: where it happened, or where that was called.
  func passing(_ place: Place, in title: String) -> Failure {
    Failure(
      facts: Facts(
        message, help: help, place: facts.place ?? place, title: title,
        trace: facts.place == nil ? [] : trace + [(facts.title, place)], remarks: facts.remarks))
  }

  /// A mistake of a template, found where it was to be used.
  init(_ diagnostic: Diagnostic) {
    facts = Facts(
      diagnostic.message, help: diagnostic.help.first, place: diagnostic.place,
      title: "template \(diagnostic.path)")
  }

  private init(facts: Facts) { self.facts = facts }

  /// The calls that led to the failure; what calls itself is named once.
  private var calls: [Diagnostic.Note] {
    var notes: [Diagnostic.Note] = []
    var at = trace.startIndex
    while at < trace.endIndex {
      let call = trace[at]
      let end = trace[at...].firstIndex { $0.title != call.title || $0.place != call.place } ?? trace.endIndex
      let times = end - at == 1 ? "" : ", \(end - at) times"
      notes.append(Diagnostic.Note("in \(call.title), called here\(times)", at: call.place))
      at = end
    }
    return notes
  }

  /// The failure as a finding about the template.
  public func diagnostic(in template: String) -> Diagnostic {
    let notes = calls + facts.remarks.map { Diagnostic.Note($0) }
    guard let place else { return Diagnostic(.templateFailed, message, in: template, notes: notes) }
    if let help { return Diagnostic(.templateFailed, message, at: place, notes: notes, help: help) }
    return Diagnostic(.templateFailed, message, at: place, notes: notes)
  }
}

extension DiagnosticKind {
  static let templateFailed = DiagnosticKind(
    "template-failed", .error,
    "A template was right in form but failed while a page was made of it, for example by adding a number to a text. The notes lead from the place to the page."
  )
}
