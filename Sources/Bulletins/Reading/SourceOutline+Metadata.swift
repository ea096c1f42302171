import Diagnostics
import Languages

extension SourceOutline {
  /// What front matter and header lines say, the stronger first, and what is wrong with them.
  func metadata(in source: SourceFile, _ languages: KnownLanguages) -> (sources: [Metadata], diagnostics: [Diagnostic])
  {
    var sources: [Metadata] = []
    var diagnostics: [Diagnostic] = []
    let found = [
      frontMatter.map { FrontMatter.read(source, $0, languages) },
      header.map { HeaderLines.read(source, $0, languages) },
    ]
    for (metadata, mistakes) in found.compactMap(\.self) {
      sources.append(metadata)
      diagnostics += mistakes
    }
    return (sources, diagnostics)
  }

  /// All of it in the languages that the program brings, the stronger first; `nil` where the outline can't be drawn.
  func merged(in source: SourceFile) -> Metadata? {
    problem == nil ? Metadata(merging: metadata(in: source, KnownLanguages.ofProgram).sources) : nil
  }
}
