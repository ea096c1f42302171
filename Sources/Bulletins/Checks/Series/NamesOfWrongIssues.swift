import Diagnostics

/// The names in issues that are not in the archive, since something else is wrong with them: whoever mends that wants to
/// hear of a misspelt author at the same time, and not afterwards.
public enum NamesOfWrongIssues {
  /// What is to be said of them.
  ///
  /// - Parameters:
  ///   - files: The files of the issues.
  ///   - archive: The issues that are right.
  ///   - source: Gives the text of a file.
  ///   - order: Puts issues in order, and says which names nobody knows.
  public static func findings(
    in files: [String], beside archive: Archive, _ options: ReadingOptions,
    source: @escaping @Sendable (_ path: String) -> SourceFile?, order: ([Issue]) -> [Diagnostic]
  ) -> [Diagnostic] {
    let outlines = files.compactMap { source($0).flatMap { Issue.outline($0, options: options) } }
    if outlines.isEmpty { return [] }
    let places = IssuePlaces(options, source: source)
    let unknown = order(outlines).filter { [.unknownPerson, .unknownTopic].contains($0.kind) }
    let paths = Set(files)
    let rare = Dictionary(grouping: outlines, by: \.language).sorted { $0.key < $1.key }.flatMap { language, wrong in
      let right = archive.series.first { $0.language == language }?.issues.map(\.issue) ?? []
      return RareSpelling.findings(right + wrong, places).filter { paths.contains($0.path) }
    }
    return unknown + rare
  }
}
