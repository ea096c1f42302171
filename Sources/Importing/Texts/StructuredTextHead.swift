import Text

/// What a file of reStructuredText says of itself above its text: a title between or over lines of signs, fields
/// (`:date: 2018-08-15`, as Pelican has them), or comments (`.. date: 2018-08-15`, as Nikola does).
struct StructuredTextHead {
  /// The title, without its signs.
  private(set) var title: String?
  /// Keys and values in their order.
  private(set) var fields: [(key: String, value: String)] = []
  /// The file without all that.
  private(set) var text = ""

  init(_ file: String) {
    let lines = file.split(omittingEmptySubsequences: false) { $0.isNewline }.map { String($0) }
    var at = 0
    func skipBlanks() { while at < lines.count, lines[at].trimmed.isEmpty { at += 1 } }
    skipBlanks()
    let hasComments = take(lines, &at) { StructuredTextHead.field($0, after: ".. ") }
    skipBlanks()
    if let end = StructuredTextHead.titleEnd(lines, at) {
      title = lines[end.line].trimmed
      at = end.next
      skipBlanks()
    }
    if !hasComments { take(lines, &at) { StructuredTextHead.field($0, after: ":") } }
    skipBlanks()
    text = lines[min(at, lines.count)...].joined(separator: "\n")
  }

  /// Takes lines with keys, and those below them that begin with a blank and go on.
  @discardableResult
  private mutating func take(
    _ lines: [String], _ at: inout Int, _ read: (String) -> (key: String, value: String)?
  ) -> Bool {
    let before = fields.count
    while at < lines.count {
      if let field = read(lines[at]) {
        fields.append(field)
      } else if fields.count > before, lines[at].first == " ", !lines[at].trimmed.isEmpty {
        fields[fields.count - 1].value += " " + lines[at].trimmed
      } else {
        break
      }
      at += 1
    }
    return fields.count > before
  }

  /// `:key: value` or `.. key: value`.
  private static func field(_ line: String, after mark: String) -> (key: String, value: String)? {
    guard line.hasPrefix(mark) else { return nil }
    let rest = line.dropFirst(mark.count)
    guard let colon = rest.firstIndex(of: ":") else { return nil }
    let (key, value) = (rest[..<colon], rest[rest.index(after: colon)...])
    guard !key.isEmpty, key.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }),
      value.isEmpty || value.first == " "
    else { return nil }
    return (String(key), String(value).trimmed)
  }

  /// Where a title stands, and the line behind its signs.
  private static func titleEnd(_ lines: [String], _ at: Int) -> (line: Int, next: Int)? {
    guard at + 1 < lines.count else { return nil }
    if isRule(lines[at]), at + 2 < lines.count, !lines[at + 1].trimmed.isEmpty,
      lines[at + 2].trimmed == lines[at].trimmed
    {
      return (at + 1, at + 3)
    }
    let isTitle = !isRule(lines[at]) && lines[at].first != " " && isRule(lines[at + 1])
    return isTitle ? (at, at + 2) : nil
  }

  /// Whether a line is nothing but one sign, at least three times.
  private static func isRule(_ line: String) -> Bool {
    let signs = line.trimmed
    guard signs.count >= 3, let first = signs.first, "=-`:.'\"~^_*+#<>".contains(first) else { return false }
    return signs.allSatisfy { $0 == first }
  }
}
