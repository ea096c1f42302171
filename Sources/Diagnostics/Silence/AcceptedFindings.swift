import Coding
import Text

/// Findings that somebody looked at and accepted. They are known by their kind, their file and the words that they point
/// at, not by their lines: what is written above them does not bring them back.
public struct AcceptedFindings: Sendable, Equatable {
  /// Digests by path and kind.
  private var digests: [String: [String: Set<String>]] = [:]

  /// None.
  public init() {}

  /// Whether there are none.
  public var isEmpty: Bool { digests.isEmpty }

  /// Accepts what a digest stands for.
  public mutating func add(_ kind: String, _ digest: String, in path: String) {
    digests[path, default: [:]][kind, default: []].insert(digest)
  }

  /// Whether a finding was accepted. An error never is.
  public func contain(_ finding: Diagnostic) -> Bool {
    guard finding.severity < .error, let known = digests[finding.path]?[finding.kind.name] else { return false }
    return known.contains(AcceptedFindings.digest(of: finding))
  }

  /// What a finding is known by beside its kind and its file: the line as it is shown, and the place in it.
  public static func digest(of finding: Diagnostic) -> String {
    var writer = BinaryWriter()
    if let location = finding.location {
      writer.put(location.excerpt)
      writer.put(location.excerptColumn)
      writer.put(location.width)
    } else {
      writer.put(finding.message)
    }
    return String(writer.fingerprint.description.prefix(16))
  }
}
