import Diagnostics

/// Topics that are the only part of one about which there is no issue: its page shows nothing but this part.
enum BroaderTopics {
  static func findings(in archive: Archive) -> [Diagnostic] {
    var pages: Set<String> = []
    var narrower: [(name: String, broader: String, place: Location)] = []
    for series in archive.series {
      for topic in series.topics where !topic.entries.isEmpty {
        guard let entry = topic.authority else { continue }
        if pages.insert(entry.name).inserted, let broader = entry.broader {
          narrower.append((entry.name, broader, entry.location))
        }
      }
    }
    // What several are part of is there to hold them together, and needs no issue of its own.
    let counts = Dictionary(narrower.map { ($0.broader, 1) }, uniquingKeysWith: +)
    return narrower.filter { !pages.contains($0.broader) && counts[$0.broader] == 1 }.map { name, broader, place in
      Diagnostic(
        .topicWithoutPage, "“\(name)” is the only part of “\(broader)”, about which there is no issue", at: place,
        help: "tag an issue with “\(broader)”, or leave out `broader:`")
    }
  }
}

extension DiagnosticKind {
  static let topicWithoutPage = DiagnosticKind(
    "topic-without-page", .advice,
    "A topic of `topics.yaml` is the only part of one about which there is no issue: the page of that one has no text, and leads back here."
  )
}
