import Text

/// Gives the headings of one text ids that differ: readable, cut at a word where they are long, and none that
/// libcmark-gfm gives.
struct HeadingIDs {
  private var taken: Set<String> = []
  /// The number that the next heading with the same words is tried with: without it, thousands of them would look through
  /// all numbers each.
  private var next: [String: Int] = [:]

  /// Keeps an id for the heading that asks for it; `false` where another one has it.
  mutating func take(_ id: String) -> Bool { taken.insert(id).inserted }

  /// The id of a heading that may ask for one, where no other has that.
  mutating func id(for text: String, wanted: String?) -> String {
    if let wanted, take(wanted) { return wanted }
    return id(for: text)
  }

  /// The id of a heading with a text.
  mutating func id(for text: String) -> String {
    var slug = Slug(of: text)?.bounded.description ?? "section"
    // libcmark-gfm names its footnotes `fn-…` and `fnref-…`.
    if slug.utf8.starts(with: "fn-".utf8) || slug.utf8.starts(with: "fnref-".utf8) { slug = "s-" + slug }
    if taken.insert(slug).inserted { return slug }
    var number = next[slug] ?? 2
    while !taken.insert("\(slug)-\(number)").inserted { number += 1 }
    next[slug] = number + 1
    return "\(slug)-\(number)"
  }
}
