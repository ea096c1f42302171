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
    let outline = SourceOutline(of: source, in: KnownLanguages.ofProgram)
    guard outline.frontMatter != nil || outline.header != nil, let metadata = outline.merged(in: source) else {
      return false
    }
    return metadata.title != nil && metadata.date != nil
  }

  /// Whether a file of HTML says in front matter what it is called, and there or in its name on which day it came out. What
  /// is a page by itself, with a head of its own, is no issue.
  public static func isHTMLBelowFrontMatter(_ source: SourceFile) -> Bool {
    guard let first = source.bytes.first(where: { $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }), "-+".utf8.contains(first)
    else { return false }
    let outline = SourceOutline(of: source, in: KnownLanguages.ofProgram)
    guard outline.frontMatter != nil, let metadata = outline.merged(in: source), metadata.title != nil else {
      return false
    }
    let text = outline.markdown.drop(while: \.isASCIISpace).prefix(9).map { $0.isASCIILetter ? $0 | 0x20 : $0 }
    let isPage = ["<!doctype", "<html"].contains { text.starts(with: $0.utf8) }
    return !isPage && (metadata.date != nil || FileName(of: source.path, languages: []).date != nil)
  }
}
