import Coding
import Diagnostics
import Text

/// What came of looking at a site, in short: what a person reads of it.
public struct CheckSummary: Sendable {
  /// How many issues and standing pages were looked at.
  public let texts: Int
  /// Mistakes, warnings and advice.
  public let findings: FindingSummary
  /// How many findings were accepted before and are there still.
  public let accepted: Int

  /// Sums up a report.
  public init(of report: CheckReport) {
    texts = report.texts
    findings = FindingSummary(of: report.findings)
    accepted = report.accepted.count
  }

  /// Writes what a check that finds nothing changed has to say again.
  func write<Failure>(in keep: (Bytes) throws(Failure) -> Void) throws(Failure) {
    var writer = BinaryWriter()
    writer.put(texts)
    writer.put(accepted)
    findings.write(to: &writer)
    try keep(writer.bytes)
  }

  /// A summary from its bytes; `nil` for others.
  init?(stored bytes: Bytes) {
    var reader = BinaryReader(bytes)
    (texts, accepted) = (reader.int(), reader.int())
    findings = FindingSummary(from: &reader)
    guard reader.isComplete else { return nil }
  }
}
