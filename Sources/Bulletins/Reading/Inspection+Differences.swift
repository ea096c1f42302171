import Diagnostics

extension Inspection {
  /// Adds what the sources of one issue, the stronger first, say differently, before what else was observed.
  mutating func addDifferences(among sources: [Metadata], in source: SourceFile) {
    let differences = sources.indices.flatMap { index in
      let strong = sources[index]
      return sources[(index + 1)...].compactMap { weak in
        strong.differences(from: weak).map { found in
          Observation.sourcesDiffer(
            strong: strong.origin.rawValue, weak: weak.origin.rawValue, fields: found.fields,
            source.location(found.range))
        }
      }
    }
    observations.insert(contentsOf: differences, at: 0)
  }
}
