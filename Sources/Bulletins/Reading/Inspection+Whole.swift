import Diagnostics

extension Inspection {
  /// Takes what was observed in an article.
  mutating func add(_ other: Inspection) {
    counts.add(other.counts)
    listRunIns += other.listRunIns
    observations += other.observations
  }

  /// Notes that the last line of a file is not ended.
  mutating func addMissingNewline(of source: SourceFile) {
    guard let last = source.bytes.last, last != 0x0A else { return }
    observations.append(.noFinalNewline(line: source.bytes.count { $0 == 0x0A } + 1))
  }

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
