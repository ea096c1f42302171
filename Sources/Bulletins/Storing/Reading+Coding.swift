import Coding
import Diagnostics
import Text

extension Reading {
  /// Writes the issue, if there is one, and what was found; not the texts, and not what only looking at one file asks for.
  ///
  /// - Returns: The digest of the issue without its texts.
  public func write(to writer: inout BinaryWriter) -> Fingerprint {
    writer.put(isDraft)
    writer.put(issue != nil)
    let digest = issue?.write(to: &writer) ?? Fingerprint(of: [])
    writer.put(diagnostics) { $0.write(to: &$1) }
    silenced.write(to: &writer)
    uses.write(to: &writer)
    return digest
  }

  /// Reads what was written; `nil` where it is damaged.
  public static func read(from bytes: Bytes) -> Reading? {
    var reader = BinaryReader(bytes)
    let isDraft = reader.bool()
    let issue = reader.optional { Issue.read(from: &$0) }
    let diagnostics = reader.list { Diagnostic(from: &$0) }
    let silenced = SilencedPlaces(from: &reader)
    let uses = [UsedFile](from: &reader)
    guard reader.isComplete else { return nil }
    if let issue, issue == nil { return nil }
    return Reading(issue: issue ?? nil, isDraft: isDraft, diagnostics: diagnostics, silenced: silenced, uses: uses)
  }
}
