import Diagnostics

extension SourceOutline {
  /// What front matter and header lines say, the stronger first, and what is wrong with them.
  func metadata(in source: SourceFile) -> (sources: [Metadata], diagnostics: [Diagnostic]) {
    var sources: [Metadata] = []
    var diagnostics: [Diagnostic] = []
    let found = [
      frontMatter.map { FrontMatter.read(source, $0) }, header.map { HeaderLines.read(source, $0) },
    ]
    for (metadata, mistakes) in found.compactMap(\.self) {
      sources.append(metadata)
      diagnostics += mistakes
    }
    return (sources, diagnostics)
  }
}
