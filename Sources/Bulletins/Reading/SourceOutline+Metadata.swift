import Diagnostics
import Languages

extension SourceOutline {
  /// What front matter and header lines say, the stronger first, and what is wrong with them.
  func metadata(in source: SourceFile, _ languages: KnownLanguages) -> (sources: [Metadata], diagnostics: [Diagnostic])
  {
    var sources: [Metadata] = []
    var diagnostics: [Diagnostic] = []
    for (range, read) in [(frontMatter, FrontMatter.read), (header, HeaderLines.read)] {
      guard let range else { continue }
      let (metadata, found) = read(source, range, languages)
      sources.append(metadata)
      diagnostics += found
    }
    return (sources, diagnostics)
  }
}
