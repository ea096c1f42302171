import Diagnostics
import Text

/// What came of reading a file: an issue, unless there are errors among the findings, and its texts.
public struct Reading: Sendable {
  /// The issue.
  public let issue: Issue?
  /// Whether the file says that its text is unfinished, also where there are mistakes in it.
  public let isDraft: Bool
  /// The texts of the issue's articles as HTML, in their order; whoever keeps them hands the reading on without.
  public private(set) var texts: [Bytes]
  /// What only looking at this file asks for.
  public let inspection: Inspection
  /// Mistakes and warnings in the fixed order.
  public let diagnostics: [Diagnostic]
  /// Where the author wants to be told nothing, for findings that only other files show.
  public let silenced: SilencedPlaces
  /// The files that the text took in, or looked for in vain: another reading may come of them.
  public let uses: [UsedFile]

  init(
    issue: Issue?, isDraft: Bool, texts: [Bytes] = [], inspection: Inspection = Inspection(),
    diagnostics: [Diagnostic], silenced: SilencedPlaces = SilencedPlaces(), uses: [UsedFile] = []
  ) {
    self.issue = issue
    self.isDraft = isDraft
    self.texts = texts
    self.inspection = inspection
    self.diagnostics = diagnostics
    self.silenced = silenced
    self.uses = uses
  }

  /// What comes of a file that can't even be opened.
  public init(diagnostics: [Diagnostic]) { self.init(issue: nil, isDraft: false, diagnostics: diagnostics) }

  /// Takes the texts out, for their keeper.
  public mutating func takeTexts() -> [Bytes] {
    defer { texts = [] }
    return texts
  }
}
