import Diagnostics
import Text

/// Gives names slugs that differ; who came first keeps the plain one.
struct SlugTable {
  private var owners: [Slug: String] = [:]

  /// The slug of a name that has none yet, and the name that it would have shared it with.
  mutating func slug(for name: String, else fallback: String) -> (slug: Slug, sharedWith: String?) {
    guard let plain = (Slug(of: name) ?? Slug(of: fallback))?.bounded else {
      preconditionFailure("a fallback is a slug")
    }
    guard let owner = owners[plain] else {
      owners[plain] = name
      return (plain, nil)
    }
    var number = 2
    while owners[plain.numbered(number)] != nil { number += 1 }
    owners[plain.numbered(number)] = name
    return (plain.numbered(number), owner)
  }
}

extension DiagnosticKind {
  static let sameSlug = DiagnosticKind(
    "same-slug", .warning,
    "Two names give one address when they are written in plain letters, so the later one got a number. If they are one person or topic, say so in `people.yaml` or `topics.yaml`."
  )
}
