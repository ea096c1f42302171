import Diagnostics

extension SourceOutline {
  /// What front matter and header lines say, the stronger first, and what is wrong with them.
  func metadata(in source: SourceFile) -> (sources: [Metadata], diagnostics: [Diagnostic]) {
    var sources: [Metadata] = []
    var diagnostics: [Diagnostic] = []
    for (range, read) in [(frontMatter, FrontMatter.read), (header, HeaderLines.read)] {
      guard let range else { continue }
      let (metadata, found) = read(source, range)
      sources.append(metadata)
      diagnostics += found
    }
    return (sources, diagnostics)
  }
}
