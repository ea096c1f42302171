import Diagnostics
import Languages

extension Issue {
  /// The largest issue in bytes: far above any that was ever printed.
  public static let largestSource = 8 << 20

  /// As much of an issue as its file tells although there are mistakes in it, for those who look for it; `nil` where that
  /// is not even its title and its date.
  public static func glimpse(_ source: SourceFile, options: ReadingOptions) -> Issue? {
    var reader = IssueReader(source: source, options: options)
    return reader.read()?.issue
  }

  /// The same although not even that can be read, for those who look at the names in it, or at its images: what is missing
  /// is nothing, and its day the first of all.
  public static func outline(_ source: SourceFile, options: ReadingOptions) -> Issue? {
    var reader = IssueReader(source: source, options: options)
    reader.needsNothing = true
    return reader.read()?.issue
  }

  /// Reads an issue: front matter, header lines, masthead and file name, merged in this order of strength.
  public static func read(_ source: SourceFile, options: ReadingOptions = ReadingOptions()) -> Reading {
    var reader = IssueReader(source: source, options: options)
    let found = reader.read()
    let silenced = SilencedPlaces(in: source)
    let early = found.map { EarlyUpdate.find(in: $0.issue, of: source) } ?? []
    let causes = OneCause.withoutFollowers(reader.diagnostics + early)
    let said = silenced.isEmpty ? causes : causes.filter { !silenced.silence($0) }
    let diagnostics = said.inOrder
    guard let found, !diagnostics.containErrors else {
      return Reading(
        issue: nil, isDraft: reader.isDraft, diagnostics: diagnostics, silenced: silenced, uses: reader.uses)
    }
    return Reading(
      issue: found.issue, isDraft: reader.isDraft, texts: found.texts, inspection: found.inspection,
      diagnostics: diagnostics, silenced: silenced, uses: reader.uses)
  }
}

extension Issue {
  /// Whether a file says of itself what issues do, title and date, whatever it is called.
  public static func hasTitleAndDate(in source: SourceFile) -> Bool {
    let languages = KnownLanguages.ofProgram
    let outline = SourceOutline(of: source, in: languages)
    guard outline.problem == nil, outline.frontMatter != nil || outline.header != nil else { return false }
    let metadata = Metadata(merging: outline.metadata(in: source, languages).sources)
    return metadata.title != nil && metadata.date != nil
  }
}
