import Diagnostics
import Languages

extension Issue {
  /// Whether a file says of itself what issues do, title and date, whatever it is called.
  public static func isNamed(in source: SourceFile) -> Bool {
    let languages = KnownLanguages.ofProgram
    let outline = SourceOutline(of: source, in: languages)
    guard outline.problem == nil, outline.frontMatter != nil || outline.header != nil else { return false }
    let metadata = Metadata(merging: outline.metadata(in: source, languages).sources)
    return metadata.title != nil && metadata.date != nil
  }
}
