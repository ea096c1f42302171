import Coding
import Text

/// Turning the addresses in a text into links.
struct Linkifier {
  /// How many characters of an address are shown.
  let limit: Int?
  let relations: [String]
  let target: String?
  /// Schemes beside http, https and mailto.
  let schemes: [String]

  /// A scheme as it begins an address; anything else is a failure, as is one that runs programs.
  static func checked(scheme: String) throws(Failure) -> String {
    let name = scheme.prefix { $0 != ":" }
    let rest = scheme.dropFirst(name.count)
    let isName = name.utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || "+-._".utf8.contains($0) }
    guard name.count >= 2, isName, [":", ":/", "://"].contains(rest) else {
      throw Failure("`\(scheme)` is no scheme of an address", help: "write it like `tel:`")
    }
    try LinkAddress.requireHarmless(scheme.utf8.span)
    return scheme
  }

  /// The text with links, the rest escaped.
  func markup(of value: Value, within allowance: Allowance) throws(Failure) -> Bytes {
    var escaped = Bytes()
    try value.writeEscaped(to: &escaped, within: allowance)
    try allowance.take(bytes: 4 * escaped.count)
    try allowance.spend(400 * escaped.count)
    // What each link has beside its address.
    let attributes = relations.reduce(200 + (target?.utf8.count ?? 0) * 6) { $0 + $1.utf8.count }
    var result = ""
    var word = String.UnicodeScalarView()
    func finishWord() throws(Failure) {
      if word.contains(where: { $0 == "." || $0 == ":" }) { try allowance.take(bytes: attributes) }
      if !word.isEmpty { try allowance.spend(6 * schemes.count) }
      result += linked(String(word))
      word = String.UnicodeScalarView()
    }
    for scalar in escaped.string.unicodeScalars {
      if scalar.isPythonSpace {
        try finishWord()
        result.unicodeScalars.append(scalar)
      } else {
        word.append(scalar)
      }
    }
    try finishWord()
    return Bytes(result.utf8)
  }

  private func linked(_ word: String) -> String {
    if word.isEmpty { return "" }
    var (head, middle, tail) = ("", word[...], "")
    while let mark = ["(", "<", "&lt;"].first(where: { middle.hasPrefix($0) }) {
      head += mark
      middle.removeFirst(mark.count)
    }
    while let mark = [")", ">", ".", ",", "&gt;"].first(where: { middle.hasSuffix($0) }) {
      tail = mark + tail
      middle.removeLast(mark.count)
    }
    // A bracket that was opened inside belongs to the address.
    for (open, close) in [("(", ")"), ("<", ">"), ("&lt;", "&gt;")] {
      var missing = min(count(open, middle) - count(close, middle), count(close, tail[...]))
      while missing > 0, let end = tail.firstRange(of: close) {
        middle += tail[..<end.upperBound]
        tail = String(tail[end.upperBound...])
        missing -= 1
      }
    }
    return head + link(String(middle)) + tail
  }

  private func count(_ mark: String, _ text: Substring) -> Int { text.ranges(of: mark).count }

  private func link(_ address: String) -> String {
    if VisibleAddress.matches(address) {
      let isWhole = address.hasPrefix("https://") || address.hasPrefix("http://")
      return element(isWhole ? address : "https://" + address, shown(address), isWeb: true)
    }
    if address.hasPrefix("mailto:"), isMail(String(address.dropFirst(7))) {
      return element(address, String(address.dropFirst(7)), isWeb: false)
    }
    let isName = address.contains("@") && !address.hasPrefix("www.") && !address.hasPrefix("@")
    if isName, !address.contains(":"), isMail(address) { return element("mailto:" + address, address, isWeb: false) }
    if schemes.contains(where: { address != $0 && address.hasPrefix($0) }) {
      return element(address, address, isWeb: true)
    }
    return address
  }

  private func shown(_ address: String) -> String {
    guard let limit, address.unicodeScalars.count > limit else { return address }
    // As Python has it, a limit below zero counts from the end.
    let length = limit < 0 ? max(0, address.unicodeScalars.count + limit) : limit
    return String(String.UnicodeScalarView(address.unicodeScalars.prefix(length))) + "..."
  }

  private func element(_ address: String, _ text: String, isWeb: Bool) -> String {
    var attributes = ""
    if isWeb {
      attributes = " rel=\"\(relations.joined(separator: " "))\""
      if let target { attributes += " target=\"\(escaped(target))\"" }
    }
    return "<a href=\"\(address)\"\(attributes)>\(text)</a>"
  }

  private func escaped(_ text: String) -> String {
    var bytes = Bytes()
    bytes.append(escaping: Bytes(text.utf8))
    return bytes.string
  }

  /// Something, `@`, and a host with a dot.
  private func isMail(_ text: String) -> Bool {
    guard let at = text.lastIndex(of: "@"), at > text.startIndex else { return false }
    let host = text[text.index(after: at)...].unicodeScalars
    guard let first = host.first, first.isWordCharacter, let dot = host.lastIndex(of: ".") else { return false }
    let top = host[host.index(after: dot)...]
    return !top.isEmpty && top.allSatisfy(\.isWordCharacter)
      && host.allSatisfy { $0.isWordCharacter || $0 == "." || $0 == "-" } && dot > host.startIndex
  }
}

/// What readers take for an address of the web: with a scheme, with `www.`, or a host under a well-known domain.
private enum VisibleAddress {
  private static let wellKnown: Set<String> = ["com", "net", "int", "edu", "gov", "org", "info", "mil"]

  static func matches(_ text: String) -> Bool {
    var rest = text.lowercasedByScalar[...]
    let hasScheme = ["http://", "https://"].contains { scheme in
      guard rest.hasPrefix(scheme) else { return false }
      rest.removeFirst(scheme.count)
      return true
    }
    let authority = rest.prefix { !"/?#".contains($0) }
    var (host, port) = (authority, authority[authority.endIndex...])
    if let colon = authority.lastIndex(of: ":"), !authority.hasSuffix("]") {
      (host, port) = (authority[..<colon], authority[colon...])
    }
    guard port.isEmpty || ((2...6).contains(port.count) && port.dropFirst().allSatisfy(\.isNumber)) else {
      return false
    }
    if hasScheme, isNumeric(host) { return true }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.allSatisfy({ !$0.isEmpty && $0.unicodeScalars.allSatisfy(isHostCharacter) }), let top = labels.last
    else { return false }
    let isTop = isTopDomain(top)
    if hasScheme { return isTop }
    if labels.first == "www" { return labels.count > 1 && isTop }
    return labels.count > 1 && wellKnown.contains(String(top))
      && labels.dropLast().allSatisfy { (2...63).contains($0.count) }
  }

  private static func isHostCharacter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isWordCharacter || scalar == "-" || scalar == "%"
  }

  private static func isTopDomain(_ label: Substring) -> Bool {
    if label.hasPrefix("xn--") { return (2...59).contains(label.count - 4) }
    return (2...63).contains(label.count) && label.utf8.allSatisfy(\.isASCIILetter)
  }

  /// Four numbers with dots, or an address of version 6 in square brackets.
  private static func isNumeric(_ host: Substring) -> Bool {
    let numbers = host.split(separator: ".", omittingEmptySubsequences: false)
    if numbers.count == 4, numbers.allSatisfy({ (1...3).contains($0.count) && $0.allSatisfy(\.isNumber) }) {
      return true
    }
    guard host.hasPrefix("["), host.hasSuffix("]") else { return false }
    let inside = host.dropFirst().dropLast()
    return inside.contains(":") && inside.allSatisfy { $0 == ":" || $0.isHexDigit }
  }
}
