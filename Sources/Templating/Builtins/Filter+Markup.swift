import Coding
import Text

extension Filter {
  /// Filters that know markup.
  static let ofMarkup: [Filter] = [
    Filter("escape", aliases: ["e"], "The text as markup: `<`, `>`, `&` and quotation marks escaped.") {
      (value, input) throws(Failure) in
      if case .safe = value { return value }
      return try escaped(value, input)
    },
    Filter("forceescape", "The text as markup, escaped even if it is markup already.") {
      (value, input) throws(Failure) in
      try escaped(value.bytes.map { .text($0) } ?? value, input)
    },
    Filter("safe", "The text taken for markup: printed as it is. Only for text that is known to be harmless.") {
      (value, input) throws(Failure) in
      if case .text(let bytes) = value { return .safe(bytes) }
      return .safe(try input.printed(value))
    },
    Filter("striptags", decodes: true, "The text of markup, with tags and comments removed.") {
      (value, input) throws(Failure) in
      .text(try HTMLText.text(of: try value.printedForWork(input.allowance), within: input.allowance))
    },
    Filter(
      "tojson", taking: [Parameter("indent", default: .none)],
      "The value as JSON, which may stand inside a `script` element."
    ) { (value, input) throws(Failure) in
      var indent = input[0].bytes
      if indent == nil, let width = try input.optionalExtent(0) {
        try input.allowance.take(bytes: max(0, width))
        indent = Bytes(repeating: 0x20, count: max(0, width))
      }
      return .safe(try value.json(indentedBy: indent, within: input.allowance))
    },
    Filter("urlencode", "The text as a part of an address: percent signs for all but letters, digits, `_.-~/`.") {
      (value, input) throws(Failure) in
      guard value.bytes == nil, value.isIterable else {
        let text = try value.printedForWork(input.allowance)
        try input.allowance.take(bytes: 2 * text.count)
        return .text(PercentEncoding.encoded(text, keepingSlashes: true))
      }
      guard let pairs = try value.pairsOrPairsOfTwo(within: input.allowance) else {
        throw Failure("\(value.kind) holds something else than pairs of keys and values")
      }
      var parts: [Bytes] = []
      for pair in pairs {
        let (name, value) = (
          try pair.key.printedForWork(input.allowance), try pair.value.printedForWork(input.allowance)
        )
        try input.allowance.take(bytes: 2 * (name.count + value.count) + 64)
        parts.append(HTMLText.formEncoded(name) + [UInt8(ascii: "=")] + HTMLText.formEncoded(value))
      }
      return .text(Bytes(parts.joined(separator: [UInt8(ascii: "&")])))
    },
    Filter(
      "xmlattr", taking: [Parameter("autospace", default: .bool(true))],
      "A map as attributes of an element, those without a value left out."
    ) { (value, input) throws(Failure) in
      var result = Bytes()
      guard let pairs = try value.pairs(within: input.allowance) else {
        throw Failure("\(value.kind) has no keys that could be attributes")
      }
      for (key, value) in pairs {
        if case .none = value { continue }
        if value.isUndefined { continue }
        guard let name = key.bytes else { throw Failure("\(key.kind) is no name of an attribute") }
        if name.contains(where: { $0.isASCIISpace || "/>=".utf8.contains($0) }) {
          throw Failure("“\(key.excerpt)” is no name of an attribute")
        }
        if !result.isEmpty || input[0].isTrue { result.append(0x20) }
        try key.writeEscaped(to: &result, within: input.allowance)
        result += Bytes("=\"".utf8)
        try value.writeEscaped(to: &result, within: input.allowance)
        result.append(UInt8(ascii: "\""))
      }
      return input.escapes ? .safe(result) : .text(result)
    },
    Filter(
      "urlize",
      taking: [
        Parameter("trim_url_limit", default: .none), Parameter("nofollow", default: .bool(false)),
        Parameter("target", default: .none), Parameter("rel", default: .none),
        Parameter("extra_schemes", default: .none),
      ], "The text with its web and mail addresses as links."
    ) { (value, input) throws(Failure) in
      var schemes: [String] = []
      for scheme in try input[4].elements(within: input.allowance) ?? [] {
        schemes.append(try Linkifier.checked(scheme: scheme.excerpt))
      }
      var relations = Set((input.text(3) ?? "").split(separator: " ").map { String($0) })
      relations.insert("noopener")
      if input[1].isTrue { relations.insert("nofollow") }
      let target = input.text(2).flatMap { $0.isEmpty ? nil : $0 }
      let links = Linkifier(
        limit: try input.optionalExtent(0), relations: relations.sorted(), target: target, schemes: schemes)
      let markup = try links.markup(of: value, within: input.allowance)
      return input.escapes ? .safe(markup) : .text(markup)
    },
  ]

  private static func escaped(_ value: Value, _ input: Input) throws(Failure) -> Value {
    var bytes = Bytes()
    try value.writeEscaped(to: &bytes, within: input.allowance)
    return .safe(bytes)
  }
}
