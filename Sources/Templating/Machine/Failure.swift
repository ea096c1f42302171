import Diagnostics

/// Why a rendering ended: what was wrong, where, and how the machine got there.
public struct Failure: Error, Sendable {
  /// What is wrong, without a full stop.
  public let message: String
  /// What to write instead, where that is likely.
  public let help: String?
  /// Where it was written; the machine fills it in.
  public internal(set) var place: Place?
  /// What the failure has come through last: a block, a macro, a template.
  var title = ""
  /// The blocks, macros and templates that it came through, the innermost first, and where each was called.
  public internal(set) var trace: [(title: String, place: Place)] = []

  /// What the caller knows beside.
  private var remarks: [String] = []

  /// Adds what the caller knows: for which page a template ran, say.
  public mutating func note(_ remark: String) { remarks.append(remark) }

  /// A failure of a filter, test or function.
  public init(_ message: String, help: String? = nil) {
    self.message = message
    self.help = help
  }

  /// The failure as a finding about the template.
  public func diagnostic(in template: String) -> Diagnostic {
    let notes =
      trace.map { Diagnostic.Note("in \($0.title), called here", at: $0.place) }
      + remarks.map { Diagnostic.Note($0) }
    guard let place else { return Diagnostic(.templateFailed, message, in: template, notes: notes) }
    if let help { return Diagnostic(.templateFailed, message, at: place, notes: notes, help: help) }
    return Diagnostic(.templateFailed, message, at: place, notes: notes)
  }
}
