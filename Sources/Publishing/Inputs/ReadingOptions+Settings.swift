import Bulletins
import Diagnostics
import Languages
import Markdown
import Site

extension ReadingOptions {
  /// How the texts of a site are read, and what is wrong with its languages.
  ///
  /// - Parameter files: The site's own files of languages.
  static func of(_ settings: SiteSettings, languageFiles files: [SourceFile]) -> (ReadingOptions, [Diagnostic]) {
    let (languages, mistakes) = KnownLanguages.of(
      site: settings.languages, dateOrder: settings.dateOrder, files: files)
    var reading = ReadingOptions(
      languages: languages, seriesNames: settings.series.ofLanguages,
      markdown: MarkdownOptions(smartPunctuation: settings.smartPunctuation, rawHTML: settings.rawHTML),
      joinsParagraphs: settings.joinsParagraphs, numbers: settings.numbers, home: settings.origin + settings.root)
    reading.extensions = settings.markdownExtensions
    reading.values = settings.values
    return (reading, mistakes + languages.unknown(namedAt: settings.languagesLocation))
  }
}
