import Bulletins
import Coding
import Diagnostics
import Text

extension InspectedFile {
  /// The findings as programs read them.
  var json: JSON {
    if let error {
      return .object([
        ("file", .string(path)),
        (
          "error",
          .object([
            ("line", .int(error.location?.line ?? 1)), ("column", .int(error.location?.column ?? 1)),
            ("kind", .string(error.kind.name)), ("message", .string(error.message)),
          ])
        ),
      ])
    }
    guard let issue else { return .object([("file", .string(path))]) }
    let printed = issue.inspected(.printed).flatMap(\.members)
    let others = ("articles", JSON.array(issue.others.map(article)))
    return .object([("file", .string(path))] + printed + text(issue) + [others] + metadata(issue))
  }

  /// An article after the one that the issue opens with.
  private func article(_ article: Article) -> JSON {
    .object([
      ("title", .string(article.title)), ("authors", .strings(article.authors.map(\.name))),
      ("abstract", .optional(article.abstract)), ("runInHeadings", .strings(article.text.runIns.map(\.text))),
    ])
  }

  private func text(_ issue: Issue) -> [(String, JSON)] {
    let counts = inspection.counts
    return [
      ("runInHeadings", .strings(issue.lead.text.runIns.map(\.text))),
      ("listRunInHeadings", .strings(inspection.listRunIns)),
      (
        "headings",
        .array(issue.lead.text.headings.map { .object([("level", .int($0.level)), ("text", .string($0.text))]) })
      ),
      (
        "body",
        .object([
          ("paragraphs", .int(counts.paragraphs)), ("joins", .int(counts.joins)), ("lists", .int(counts.lists)),
          ("topLevelLists", .int(counts.topLevelLists)), ("tables", .int(counts.tables)),
          ("images", .int(counts.images)), ("blockquotes", .int(counts.blockQuotes)),
          ("footnotes", .int(counts.footnotes)),
        ])
      ),
    ]
  }

  private func metadata(_ issue: Issue) -> [(String, JSON)] {
    func members(_ group: FieldGroup) -> [(String, JSON)] { issue.inspected(group).flatMap(\.members) }
    let orcids = issue.lead.authors.compactMap { author in
      author.orcid.map { (author.name, JSON.string($0.description)) }
    }
    let extra = issue.extra.map { ($0.key, $0.value.json) }
    return members(.descriptive) + [("orcid", .object(orcids))] + members(.publication)
      + [("extra", .object(extra))] + members(.relations) + [
        ("translations", .object(translations.map { ($0.language, .string($0.file)) })),
        ("warnings", Observation.json(inspection.observations)),
      ]
  }
}
