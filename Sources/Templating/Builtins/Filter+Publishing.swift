import Text

extension Filter {
  /// Filters that publications need beside those of the language.
  static let ofPublishing: [Filter] = [
    Filter(
      "slug", taking: [Parameter("standard", standard: .none)],
      "The text as a part of an address: ASCII letters and digits, joined by hyphens; `standard` where nothing is left."
    ) { (value, input) throws(Failure) in
      Slug(of: value.printed.string).map { Value($0.description) } ?? input[0]
    }.example(#"{{ "Sławomir Dębski, Żółty dom"|slug }}"#, prints: "slawomir-debski-zolty-dom"),
    Filter(
      "collate",
      taking: [
        Parameter("language"), Parameter("attribute", standard: .none), Parameter("reverse", standard: .bool(false)),
      ], result: .same, "The elements in the order of a language's dictionaries, by themselves or by an attribute."
    ) { (value, input) throws(Failure) in
      let elements = try elements(value)
      let keys = try elements.map { (element) throws(Failure) in
        try sortKey(element, input[1], caseSensitive: true).printed.string
      }
      let ranks = Collation(language: input[0].printed.string).ranks(of: keys)
      let order = elements.indices.sorted { a, b in
        let (x, y) = (ranks[keys[a]] ?? 0, ranks[keys[b]] ?? 0)
        return x == y ? a < b : input[2].isTrue ? x > y : x < y
      }
      return .ownList(order.map { elements[$0] })
    }.example(#"{{ ["Zych", "Łuk", "Lis"]|collate("pl")|join(" ") }}"#, prints: "Lis Łuk Zych"),
  ]
}
