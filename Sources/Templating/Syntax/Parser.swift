import Text

/// Reads the tokens of a template as statements, and goes on after a mistake at the end of its tag.
struct Parser {
  let source: Bytes
  private let tokens: [Token]
  private var next = 0
  private(set) var mistakes: [TemplateMistake] = []
  /// How deep expressions and statements stand inside each other.
  private var depth = 0

  private static let maximumDepth = 100
  /// How many expressions may stand inside each other.
  private static let maximumHeight = 300
  /// Whether the template is nested too deeply to be read on.
  private var hasGivenUp = false
  /// Ends of tags whose openings were wrong.
  private var orphanedEnds: [String] = []

  init(_ source: Bytes, options: SyntaxOptions) {
    self.source = source
    tokens = Lexer.tokens(of: source, options: options)
  }

  /// The statements of the whole template.
  mutating func parse() -> [Statement] {
    var statements: [Statement] = []
    while current.kind != .end {
      let (body, end) = parseBody(until: [])
      statements += body
      if let end {
        mistakes.append(
          TemplateMistake(
            "`\(end.name)` ends nothing here", at: end.span,
            help: end.name.hasPrefix("end") ? "nothing is open that it could end" : "it belongs inside another tag"))
        skipTag()
      }
    }
    return statements
  }

  /// Statements up to a tag that ends them; the tag's name is read, what follows it is not.
  mutating func parseBody(until ends: [String]) -> (body: [Statement], end: (name: String, span: Range<Int>)?) {
    var body: [Statement] = []
    while true {
      switch current.kind {
      case .end: return (body, nil)
      case .text:
        body.append(Statement(kind: .text, span: advance().range))
      case .invalid(let message):
        mistakes.append(TemplateMistake(message, at: advance().range))
      case .outputBegin:
        let start = advance().range
        recovering { parser throws(TemplateMistake) in
          let value = try parser.parseTuple()
          let end = try parser.expect(.outputEnd, "`}}`")
          body.append(Statement(kind: .output(value), span: start.lowerBound..<end.upperBound))
        }
      case .tagBegin:
        let start = advance().range
        guard current.kind == .name else {
          mistakes.append(TemplateMistake("a tag begins with its name", at: current.range))
          skipTag()
          continue
        }
        let name = text(current)
        if !ends.contains(name), skipsOrphanedEnd(name) { continue }
        if ends.contains(name) || Parser.isEnd(name) {
          return (body, (name, advance().range))
        }
        parseTagRecovering(named: name, from: start.lowerBound, into: &body)
      default:
        mistakes.append(unexpected("text or a tag"))
        advance()
      }
    }
  }

  private static func isEnd(_ name: String) -> Bool { name.hasPrefix("end") || name == "else" || name == "elif" }

  /// Runs a part of the parser; after a mistake, goes on behind the tag in which it is.
  mutating func recovering(_ part: (inout Parser) throws(TemplateMistake) -> Void) {
    do {
      try part(&self)
    } catch {
      if hasGivenUp { return }
      mistakes.append(error)
      skipTag()
    }
  }

  /// Reads a tag; when its opening is wrong, the tag that would end it is expected nonetheless.
  private mutating func parseTagRecovering(named name: String, from start: Int, into body: inout [Statement]) {
    var statement: Statement?
    let count = mistakes.count
    recovering { parser throws(TemplateMistake) in statement = try parser.parseTag(from: start) }
    if let statement {
      body.append(statement)
    } else if mistakes.count == count + 1, current.kind != .end,
      let opened = Parser.opening.contains(name) ? name : Parser.opening.nearest(to: name)
    {
      orphanedEnds.append("end" + opened)
    }
  }

  /// Whether a tag ends one whose opening was wrong; it says nothing new then.
  private mutating func skipsOrphanedEnd(_ name: String) -> Bool {
    guard let lost = orphanedEnds.last, name == lost || name == "else" || name == "elif" else { return false }
    if name == lost { orphanedEnds.removeLast() }
    skipTag()
    return true
  }

  private static let opening: Set<String> = ["if", "for", "block", "macro", "call", "with", "filter", "autoescape"]

  mutating func report(_ mistake: TemplateMistake) { mistakes.append(mistake) }

  private mutating func skipTag() {
    while true {
      switch current.kind {
      case .tagEnd, .outputEnd:
        _ = advance()
        return
      case .end, .text, .tagBegin, .outputBegin: return
      default: _ = advance()
      }
    }
  }

  /// Runs a part that may nest, and keeps the stack of calls within bounds.
  mutating func nested<Result>(_ part: (inout Parser) throws(TemplateMistake) -> Result) throws(TemplateMistake)
    -> Result
  {
    depth += 1
    defer { depth -= 1 }
    if depth > Parser.maximumDepth, !hasGivenUp {
      // What follows would only repeat this.
      hasGivenUp = true
      mistakes.append(TemplateMistake("this is nested more than \(Parser.maximumDepth) levels deep", at: current.range))
      next = tokens.count - 1
    }
    if hasGivenUp {
      throw TemplateMistake("", at: current.range)
    }
    return try part(&self)
  }

  /// A link that was read of a chain of calls, operators or filters: each stands inside the next, so that a long chain is
  /// as deep as many brackets.
  func link(_ expression: Expression) throws(TemplateMistake) -> Expression {
    guard expression.height <= Parser.maximumHeight else {
      throw TemplateMistake(
        "this expression has more than \(Parser.maximumHeight) parts one in the other", at: peek(-1).range,
        help: "give a part of it a name with `set`, or gather the parts in a list")
    }
    return expression
  }

  // MARK: Tokens

  var current: Token { tokens[next] }

  func peek(_ distance: Int = 1) -> Token { tokens[max(0, min(next + distance, tokens.count - 1))] }

  func text(_ token: Token) -> String { Array(source[token.range]).string }

  @discardableResult
  mutating func advance() -> Token {
    let token = tokens[next]
    if next < tokens.count - 1 { next += 1 }
    return token
  }

  func isAt(_ symbol: String) -> Bool {
    (current.kind == .symbol || current.kind == .name) && source.has(symbol.utf8, at: current.range.lowerBound)
      && current.range.count == symbol.utf8.count
  }

  mutating func skip(_ symbol: String) -> Bool {
    guard isAt(symbol) else { return false }
    advance()
    return true
  }

  mutating func expect(_ kind: Token.Kind, _ what: String) throws(TemplateMistake) -> Range<Int> {
    guard current.kind == kind else { throw unexpected(what) }
    return advance().range
  }

  mutating func expect(_ symbol: String) throws(TemplateMistake) {
    guard skip(symbol) else { throw unexpected("`\(symbol)`") }
  }

  mutating func expectName(_ what: String) throws(TemplateMistake) -> (name: String, span: Range<Int>) {
    guard current.kind == .name else { throw unexpected(what) }
    let token = advance()
    return (text(token), token.range)
  }

  func unexpected(_ wanted: String) -> TemplateMistake {
    switch current.kind {
    case .invalid(let message): TemplateMistake(message, at: current.range)
    case .end, .tagEnd, .outputEnd:
      TemplateMistake("\(wanted) is expected before the end of the tag", at: current.range)
    default: TemplateMistake("\(wanted) is expected, not `\(text(current))`", at: current.range)
    }
  }
}
