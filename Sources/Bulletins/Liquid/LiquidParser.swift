import Text

/// Reads Liquid.
struct LiquidParser {
  private let text: Bytes
  private var at = 0
  /// The tag that ended a list of nodes, and what stands behind its name.
  private var end: (name: String, rest: ArraySlice<UInt8>) = ("", [])
  private var depth = 0

  init(_ text: Bytes) { self.text = text }

  /// The nodes up to one of some tags, or to the end.
  mutating func nodes(until ends: Set<String>) -> [LiquidTemplate.Node] {
    var nodes: [LiquidTemplate.Node] = []
    end = ("", [])
    depth += 1
    defer { depth -= 1 }
    while at < text.count {
      guard let open = opening(from: at) else {
        nodes.append(.text(Array(text[at...])))
        at = text.count
        break
      }
      var before = text[at..<open]
      let isTag = text[open + 1] == UInt8(ascii: "%")
      let mark = Bytes((isTag ? "%}" : "}}").utf8)
      guard let close = text.firstOffset(of: mark, from: open + 2) else {
        nodes.append(.text(Array(text[at...])))
        at = text.count
        break
      }
      var inner = text[(open + 2)..<close]
      at = close + 2
      if inner.first == UInt8(ascii: "-") {
        inner = inner.dropFirst()
        while let last = before.last, last.isASCIISpace { before.removeLast() }
      }
      if inner.last == UInt8(ascii: "-") {
        inner = inner.dropLast()
        while at < text.count, text[at].isASCIISpace { at += 1 }
      }
      if !before.isEmpty { nodes.append(.text(Array(before))) }
      guard isTag else {
        nodes.append(LiquidExpression(inner).map { .output($0) } ?? .unknown(Array(inner).string.trimmed))
        continue
      }
      var words = LiquidWords(inner)
      let name = words.takeName() ?? ""
      if ends.contains(name) {
        end = (name, words.remainder)
        return nodes
      }
      if let node = node(name, words) { nodes.append(node) }
    }
    return nodes
  }

  private func opening(from start: Int) -> Int? {
    var from = start
    while let open = text.firstOffset(of: UInt8(ascii: "{"), from: from), open + 1 < text.count {
      if text[open + 1] == UInt8(ascii: "%") || text[open + 1] == UInt8(ascii: "{") { return open }
      from = open + 1
    }
    return nil
  }

  private mutating func node(_ name: String, _ words: LiquidWords) -> LiquidTemplate.Node? {
    var words = words
    guard depth < LiquidParser.deepest else { return .unknown(name) }
    switch name {
    case "comment":
      _ = nodes(until: ["endcomment"])
      return nil
    case "raw":
      let close = text.firstOffset(of: Bytes("{% endraw".utf8), from: at) ?? text.count
      defer { at = text.firstOffset(of: Bytes("%}".utf8), from: close).map { $0 + 2 } ?? text.count }
      return .text(Array(text[at..<close]))
    case "assign":
      guard let variable = words.takeName(), words.take("="), let value = LiquidExpression(words.remainder) else {
        return .unknown(name)
      }
      return .assign(variable, value)
    case "capture":
      let variable = Array(words.remainder).string.trimmed
      return .capture(variable, nodes(until: ["endcapture"]))
    case "if", "unless": return choice(name, words.remainder)
    case "case": return cases(words.remainder)
    case "for": return loop(words)
    case "include", "include_cached": return .include(Array(words.remainder))
    case "break", "continue": return .stop
    default: return .unknown(name)
    }
  }

  private mutating func choice(_ name: String, _ condition: ArraySlice<UInt8>) -> LiquidTemplate.Node {
    var branches: [(condition: LiquidCondition?, isNegated: Bool, body: [LiquidTemplate.Node])] = []
    var next: (text: ArraySlice<UInt8>, isNegated: Bool)? = (condition, name == "unless")
    var isUnderstood = true
    while let branch = next {
      let condition = LiquidCondition(branch.text)
      isUnderstood = isUnderstood && condition != nil
      branches.append((condition, branch.isNegated, nodes(until: ["elsif", "else", "end" + name])))
      next = end.name == "elsif" ? (end.rest, false) : nil
      if end.name == "else" { branches.append((nil, false, nodes(until: ["end" + name]))) }
    }
    return isUnderstood ? .choice(branches) : .unknown(name)
  }

  private mutating func cases(_ subject: ArraySlice<UInt8>) -> LiquidTemplate.Node {
    let value = LiquidExpression(subject)
    var branches: [(condition: LiquidCondition?, isNegated: Bool, body: [LiquidTemplate.Node])] = []
    _ = nodes(until: ["when", "else", "endcase"])
    while end.name == "when" {
      var words = LiquidWords(end.rest)
      var others: [LiquidExpression] = []
      repeat {
        if let other = LiquidExpression(&words) { others.append(other) }
      } while words.take(",") || words.takeWord("or")
      let body = nodes(until: ["when", "else", "endcase"])
      if let value { branches.append((LiquidCondition(value, isOneOf: others), false, body)) }
    }
    if end.name == "else" { branches.append((nil, false, nodes(until: ["endcase"]))) }
    return value == nil ? .unknown("case") : .choice(branches)
  }

  private mutating func loop(_ words: LiquidWords) -> LiquidTemplate.Node {
    var words = words
    let variable = words.takeName() ?? ""
    let over = words.takeWord("in") ? LiquidExpression(&words) : nil
    let isReversed = words.takeWord("reversed")
    let isPlain = words.isAtEnd
    let body = nodes(until: ["endfor", "else"])
    if end.name == "else" { _ = nodes(until: ["endfor"]) }
    guard let over, isPlain, !variable.isEmpty else { return .unknown("for") }
    return .loop(variable: variable, over: over, isReversed: isReversed, body: body)
  }

  private static let deepest = 40
}
