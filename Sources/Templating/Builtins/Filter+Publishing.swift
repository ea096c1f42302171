import Languages
import Text

extension Filter {
  /// Filters that publications need beside those of the language.
  static let ofPublishing: [Filter] = [
    Filter(
      "date", taking: [Parameter("language"), Parameter("form", default: Value("long"))],
      "A day, written `YYYY-MM-DD`, in a form of a language: `full`, `long`, `medium`, `short` or `month`."
    ) { (value, input) throws(Failure) in
      guard let form = WrittenDate.Form(rawValue: input[1].excerpt) else {
        throw Failure(
          "`\(input[1].excerpt)` is no form of a date",
          help: "write one of \(WrittenDate.Form.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", "))")
      }
      guard let text = WrittenDate(language: input[0].excerpt).text(of: value.excerpt, form) else {
        throw Failure("`\(value.excerpt)` is no day", help: "write it like `2010-02-11`")
      }
      return Value(text)
    }.example(
      #"{{ "2010-02-11"|date("en") }}, {{ "2010-02-11"|date("pl") }}, {{ "2010-02-11"|date("pl", "month") }}"#,
      prints: "February 11, 2010, 11 lutego 2010, luty 2010"),
    Filter(
      "quotes", taking: [Parameter("language")], result: .same,
      "The text with the quotation marks and apostrophes that a language prints; tags of markup stay as they are."
    ) { (value, input) throws(Failure) in
      let quotes = Quotes(language: input[0].excerpt)
      return try value.mapText(input) { quotes.applied(to: $0, isMarkup: value.isSafe) }
    }.example(
      #"{{ 'He said "don\'t".'|quotes("en") }} {{ 'Tak zwany "plan".'|quotes("pl") }}"#,
      prints: "He said “don’t”. Tak zwany „plan”."),
    Filter(
      "slug", taking: [Parameter("standard", default: .none)],
      "The text as a part of an address: ASCII letters and digits, joined by hyphens; `standard` where nothing is left."
    ) { (value, input) throws(Failure) in
      let text = try value.printedForWork(input.allowance)
      // Letters of other scripts are looked up one by one, each with its neighbours.
      try input.allowance.spend(200 * text.count { $0 >= 0x80 })
      return Slug(of: text.string).map { Value($0.description) } ?? input[0]
    }.example(#"{{ "Sławomir Dębski, Żółty dom"|slug }}"#, prints: "slawomir-debski-zolty-dom"),
    Filter(
      "collate",
      taking: [
        Parameter("language"), Parameter("attribute", default: .none), Parameter("reverse", default: .bool(false)),
      ], result: .same, "The elements in the order of a language's dictionaries, by themselves or by an attribute."
    ) { (value, input) throws(Failure) in
      let keyed = try keyed(
        try elements(value, input), by: try SortKey(attribute: input[1], caseSensitive: true), input)
      let elements = keyed.map(\.value)
      let keys = try keyed.map { (pair) throws(Failure) in try pair.key.printedForWork(input.allowance).string }
      try input.allowance.spend(keys.count * 4_000)
      let ranks = Collation(language: input[0].excerpt).ranks(of: keys)
      let order = elements.indices.sorted { a, b in
        let (x, y) = (ranks[keys[a]] ?? 0, ranks[keys[b]] ?? 0)
        return x == y ? a < b : input[2].isTrue ? x > y : x < y
      }
      return .mutableList(order.map { elements[$0] })
    }.example(#"{{ ["Zych", "Łuk", "Lis"]|collate("pl")|join(" ") }}"#, prints: "Lis Łuk Zych"),
  ]
}
