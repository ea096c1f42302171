import Coding
import Text

extension Filter {
  /// Filters that know markup.
  static let ofMarkup: [Filter] = [
    Filter("escape", aliases: ["e"], "The text as markup: `<`, `>`, `&` and quotation marks escaped.") {
      (value, _) throws(Failure) in
      if case .safe = value { return value }
      return escaped(value)
    },
    Filter("forceescape", "The text as markup, escaped even if it is markup already.") { (value, _) throws(Failure) in
      escaped(value.bytes.map { .text($0) } ?? value)
    },
    Filter("safe", "The text taken for markup: printed as it is. Only for text that is known to be harmless.") {
      (value, _) throws(Failure) in
      if case .text(let bytes) = value { return .safe(bytes) }
      return .safe(value.printed)
    },
    Filter("striptags", decodes: true, "The text of markup, with tags and comments removed.") {
      (value, _) throws(Failure) in
      .text(HTMLText.text(of: value.printed))
    },
    Filter(
      "tojson", taking: [Parameter("indent", default: .none)],
      "The value as JSON, which may stand inside a `script` element."
    ) { (value, input) throws(Failure) in
      let indent = input[0].integer.map { min(32, max(0, $0)) }
      guard let json = value.json(indentedBy: indent) else { throw Failure("\(value.kind) has no form in JSON") }
      return .safe(json)
    },
    Filter("urlencode", "The text as a part of an address: percent signs for all but letters, digits, `_.-~/`.") {
      (value, _) throws(Failure) in
      let pairsOfTwo = value.elements?.compactMap { pair -> (key: Value, value: Value)? in
        guard let parts = pair.elements, pair.bytes == nil, parts.count == 2 else { return nil }
        return (parts[0], parts[1])
      }
      let isPairs = value.bytes == nil && value.elements?.count == pairsOfTwo?.count && pairsOfTwo?.isEmpty == false
      guard let pairs = value.pairs ?? (isPairs ? pairsOfTwo : nil) else {
        return .text(PercentEncoding.encoded(value.printed, keepingSlashes: true))
      }
      let parts = pairs.map { pair in
        HTMLText.formEncoded(pair.key.printed) + [UInt8(ascii: "=")] + HTMLText.formEncoded(pair.value.printed)
      }
      return .text(Bytes(parts.joined(separator: [UInt8(ascii: "&")])))
    },
    Filter(
      "xmlattr", taking: [Parameter("autospace", default: .bool(true))],
      "A map as attributes of an element, those without a value left out."
    ) { (value, input) throws(Failure) in
      var result = Bytes()
      guard let pairs = value.pairs else { throw Failure("\(value.kind) has no keys that could be attributes") }
      for (key, value) in pairs {
        if case .none = value { continue }
        if value.isUndefined { continue }
        let name = key.printed
        if name.contains(where: { $0.isASCIISpace || "/>=".utf8.contains($0) }) {
          throw Failure("“\(name.string)” is no name of an attribute")
        }
        if !result.isEmpty || input[0].isTrue { result.append(0x20) }
        result.append(escaping: name)
        result += Bytes("=\"".utf8)
        value.writeEscaped(to: &result)
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
      let schemes = try (input[4].elements ?? []).map { (scheme) throws(Failure) in
        try Linkifier.checked(scheme: scheme.printed.string)
      }
      var relations = Set((input.text(3) ?? "").split(separator: " ").map { String($0) })
      relations.insert("noopener")
      if input[1].isTrue { relations.insert("nofollow") }
      let links = Linkifier(
        limit: input[0].integer, relations: relations.sorted(), target: input.text(2), schemes: schemes)
      let markup = links.markup(of: value)
      return input.escapes ? .safe(markup) : .text(markup)
    },
  ]

  private static func escaped(_ value: Value) -> Value {
    var bytes = Bytes()
    value.writeEscaped(to: &bytes)
    return .safe(bytes)
  }
}
