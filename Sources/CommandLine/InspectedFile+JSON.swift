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
            ("line", .int(error.place?.line ?? 1)), ("column", .int(error.place?.column ?? 1)),
            ("kind", .string(error.kind.name)), ("message", .string(error.message)),
          ])
        ),
      ])
    }
    guard let issue else { return .object([("file", .string(path))]) }
    return .object([("file", .string(path))] + masthead(issue) + text(issue) + metadata(issue))
  }

  private func masthead(_ issue: Issue) -> [(String, JSON)] {
    [
      ("series", .optional(issue.series)), ("number", .optional(issue.number?.description)),
      ("numberRange", range(issue.number)), ("cumulative", .optional(issue.cumulative?.description)),
      ("cumulativeRange", range(issue.cumulative)), ("date", .string(issue.date.description)),
      ("publisher", .optional(issue.publisher)), ("language", .string(issue.language)),
      (
        "editors",
        .array(issue.editors.map { .object([("name", .string($0.name)), ("roles", .strings($0.roles))]) })
      ),
      ("title", .string(issue.title)), ("authors", .strings(issue.lead.authors.map(\.name))),
      ("abstract", .optional(issue.lead.abstract)),
    ]
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
    let orcids = issue.lead.authors.compactMap { author in author.orcid.map { (author.name, JSON.string($0)) } }
    return [
      ("tags", .strings(issue.tags)), ("category", .optional(issue.category)),
      ("license", .optional(issue.license)), ("slug", .optional(issue.slug)), ("orcid", .object(orcids)),
      ("aliases", .strings(issue.aliases)), ("draft", .bool(issue.release.isDraft)),
      ("extra", .object(issue.extra.map { ($0.key, json($0.value)) })),
      ("translationKey", .optional(issue.translationKey)),
      ("translations", .object(translations.map { ($0.language, .string($0.file)) })),
      ("warnings", Observation.json(inspection.observations)),
    ]
  }

  private func range(_ number: IssueNumber?) -> JSON {
    number.map { .array([.int($0.first), .int($0.last)]) } ?? .null
  }

  private func json(_ value: ExtraValue) -> JSON {
    switch value {
    case .null: .null
    case .bool(let value): .bool(value)
    case .text(let text): .string(text)
    case .list(let values): .array(values.map(json))
    case .mapping(let members): .object(members.sorted { $0.key < $1.key }.map { ($0.key, json($0.value)) })
    }
  }
}
