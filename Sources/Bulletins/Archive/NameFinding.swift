import Diagnostics
import Text

extension DiagnosticKind {
  /// What may be said of names, at places in the texts that have them.
  public static let nameKinds: Set<DiagnosticKind> = [
    unknownPerson, unknownTopic, sameSlug, otherORCID, familyNameInFront, doubtfulName,
  ]
}

/// What is to be said of a name, and the issue that has it: its place is looked for when all that is to be said is known.
struct NameFinding {
  /// The lists and headings in which names stand.
  enum Place {
    case authors, editors, topics
    /// A section, by its index among those of all articles.
    case section(Int)
    /// The byline of an article after the lead, which is looked for in the whole file.
    case laterByline
  }

  let kind: DiagnosticKind
  let message: String
  let help: String
  /// The name that was probably meant.
  var meant: String?
  /// The name as the issue has it.
  let name: String
  let issue: Issue
  let place: Place

  /// What is to be said, each at the name itself, and once where several series have it.
  ///
  /// - Parameter sources: Gives the text of a file, as it was read; without it, the issue's own place must do.
  static func diagnostics(_ findings: [NameFinding], _ sources: (_ path: String) -> SourceFile?) -> [Diagnostic] {
    var said: Set<String> = []
    var last: SourceFile?
    return findings.compactMap { finding in
      guard said.insert("\(finding.kind.name) \(finding.name)").inserted else { return nil }
      if last?.path != finding.issue.path { last = sources(finding.issue.path) }
      let place = last.flatMap(finding.location) ?? finding.issue.location
      let mend = finding.meant.flatMap { last?.guess("write “\($0)”", place.range, of: finding.name, $0) }
      return Diagnostic(finding.kind, finding.message, at: place, help: finding.help, mend: mend)
    }
  }

  private func location(in source: SourceFile) -> Location? {
    let part: Range<Int>
    switch place {
    case .authors: part = issue.namePlaces.authors
    case .editors: part = issue.namePlaces.editors
    case .topics: part = issue.namePlaces.topics
    case .laterByline: part = issue.namePlaces.authors.upperBound..<source.bytes.count
    case .section(let index):
      guard issue.namePlaces.sections.indices.contains(index) else { return nil }
      let start = source.range(ofLine: issue.namePlaces.sections[index]).lowerBound
      // A heading may have been broken over lines.
      part = start..<min(source.bytes.count, start + 2 * name.utf8.count + 200)
    }
    let range = source.range(ofName: name, in: part) ?? beginning(of: name, in: part, source)
    return (range ?? (part.isEmpty ? nil : part)).map(source.location)
  }

  /// Where a name begins that is broken over two lines, or has marks in it.
  private func beginning(of name: String, in part: Range<Int>, _ source: SourceFile) -> Range<Int>? {
    var words = name.split(separator: " ").dropLast()
    while !words.isEmpty {
      if let range = source.range(ofName: words.joined(separator: " "), in: part) { return range }
      words.removeLast()
    }
    return nil
  }
}
