import Text

extension Filter {
  /// Filters that know markup.
  static let ofMarkup: [Filter] = [
    Filter("escape", also: ["e"], "The text as markup: `<`, `>`, `&` and quotation marks escaped.") {
      (value, _) throws(Failure) in
      if case .safe = value { return value }
      return escaped(value)
    },
    Filter("forceescape", "The text as markup, escaped even if it is markup already.") { (value, _) throws(Failure) in
      escaped(value.bytes.map { .text($0) } ?? value)
    },
    Filter("safe", "The text taken for markup: printed as it is. Only for text that is known to be harmless.") {
      (value, _) throws(Failure) in
      .safe(value.printed)
    },
    Filter("striptags", "The text of markup, with tags and comments removed.") { (value, _) throws(Failure) in
      .text(Markup.text(of: value.printed))
    },
    Filter(
      "tojson", taking: [Parameter("indent", standard: .none)],
      "The value as JSON, which may stand inside a `script` element."
    ) { (value, input) throws(Failure) in
      let indent = input[0].whole.map { min(32, max(0, $0)) }
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
        return .text(Markup.percentEncoded(value.printed, keepingSlashes: true))
      }
      let parts = pairs.map { pair in
        Markup.formEncoded(pair.key.printed) + [UInt8(ascii: "=")] + Markup.formEncoded(pair.value.printed)
      }
      return .text(Bytes(parts.joined(separator: [UInt8(ascii: "&")])))
    },
    Filter(
      "xmlattr", taking: [Parameter("autospace", standard: .bool(true))],
      "A map as attributes of an element, those without a value left out."
    ) { (value, input) throws(Failure) in
      var result = Bytes()
      for (key, value) in value.pairs ?? [] {
        if case .none = value { continue }
        if value.isUndefined { continue }
        let name = key.printed
        if name.contains(where: { $0.isASCIISpace || "/>='\"".utf8.contains($0) }) {
          throw Failure("“\(name.string)” is no name of an attribute")
        }
        if !result.isEmpty || input[0].isTrue { result.append(0x20) }
        result.append(escaping: name)
        result += Bytes("=\"".utf8)
        value.writeEscaped(to: &result)
        result.append(UInt8(ascii: "\""))
      }
      return .safe(result)
    },
  ]

  private static func escaped(_ value: Value) -> Value {
    var bytes = Bytes()
    value.writeEscaped(to: &bytes)
    return .safe(bytes)
  }
}

/// Small works on markup.
enum Markup {
  /// What a reader sees of HTML: no tags, no comments, entities decoded, white space collapsed.
  static func text(of html: Bytes) -> Bytes {
    var text = Bytes()
    var at = 0
    while at < html.count {
      if html[at] == UInt8(ascii: "<") {
        let end =
          html.has("<!--".utf8, at: at)
          ? html.firstOffset(of: Bytes("-->".utf8), from: at).map { $0 + 2 }
          : html[at...].firstIndex(of: UInt8(ascii: ">"))
        guard let end else { break }
        at = end + 1
      } else {
        text.append(html[at])
        at += 1
      }
    }
    for (entity, character) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&#34;", "\""), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
    ] {
      text = Bytes(text.string.replacing(entity, with: character).utf8)
    }
    return Bytes(text.split(whereSeparator: \.isASCIISpace).joined(separator: [0x20]))
  }

  /// Bytes as a field of a form: blanks become `+`.
  static func formEncoded(_ bytes: Bytes) -> Bytes {
    let encoded = percentEncoded(bytes, keepingSlashes: false).string
    return Bytes(encoded.replacing("%20", with: "+").utf8)
  }

  /// Bytes as a part of an address.
  static func percentEncoded(_ bytes: Bytes, keepingSlashes: Bool) -> Bytes {
    var result = Bytes()
    for byte in bytes {
      if byte.isASCIILetter || byte.isASCIIDigit || "-._~".utf8.contains(byte)
        || (keepingSlashes && byte == UInt8(ascii: "/"))
      {
        result.append(byte)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += Bytes(("%" + (digits.count < 2 ? "0" : "") + digits).utf8)
      }
    }
    return result
  }
}
