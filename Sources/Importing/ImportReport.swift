/// What came of an import: what was written, and what somebody has to look at.
public struct ImportReport: Sendable {
  /// A thing that is not sure, or was not taken.
  public struct Doubt: Sendable, Equatable {
    /// The file, as it is called in the folder that was imported.
    public let file: String
    /// What is unsure.
    public let message: String
  }

  /// What the folder was taken for.
  public let kind: String
  /// The files that were written, relative to the new site.
  public internal(set) var written: [String] = []
  /// What is unsure, file by file.
  public internal(set) var doubts: [Doubt] = []

  init(kind: String) { self.kind = kind }

  mutating func doubt(_ file: String, _ message: String) { doubts.append(Doubt(file: file, message: message)) }
}
