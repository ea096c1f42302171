import Bulletins
import Coding
import Diagnostics
import Text

extension Inspection {
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
    guard let bulletin else { return .object([("file", .string(path))]) }
    return .object([("file", .string(path))] + masthead(bulletin) + text(bulletin) + metadata(bulletin))
  }

  private func masthead(_ bulletin: Bulletin) -> [(String, JSON)] {
    [
      ("series", .optional(bulletin.series)), ("number", .optional(bulletin.number?.description)),
      ("numberRange", range(bulletin.number)), ("cumulative", .optional(bulletin.cumulative?.description)),
      ("cumulativeRange", range(bulletin.cumulative)), ("date", .string(bulletin.date.description)),
      ("publisher", .optional(bulletin.publisher)), ("language", .string(bulletin.language)),
      (
        "editors",
        .array(bulletin.editors.map { .object([("name", .string($0.name)), ("roles", .strings($0.roles))]) })
      ),
      ("title", .string(bulletin.title)), ("authors", .strings(bulletin.authors.map(\.name))),
      ("abstract", .optional(bulletin.abstract)),
    ]
  }

  private func text(_ bulletin: Bulletin) -> [(String, JSON)] {
    let counts = bulletin.body.counts
    return [
      ("runInHeadings", .strings(bulletin.body.runIns.map(\.text))),
      ("listRunInHeadings", .strings(bulletin.body.listRunIns)),
      (
        "headings",
        .array(bulletin.body.headings.map { .object([("level", .int($0.level)), ("text", .string($0.text))]) })
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

  private func metadata(_ bulletin: Bulletin) -> [(String, JSON)] {
    let orcids = bulletin.authors.compactMap { author in author.orcid.map { (author.name, JSON.string($0)) } }
    return [
      ("tags", .strings(bulletin.tags)), ("category", .optional(bulletin.category)),
      ("license", .optional(bulletin.license)), ("slug", .optional(bulletin.slug)), ("orcid", .object(orcids)),
      ("aliases", .strings(bulletin.aliases)), ("draft", .bool(bulletin.release.isDraft)),
      ("extra", .object(bulletin.extra.map { ($0.key, json($0.value)) })),
      ("translationKey", .optional(bulletin.translationKey)),
      ("translations", .object(translations.map { ($0.language, .string($0.file)) })),
      ("warnings", Observation.json(bulletin.observations)),
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
