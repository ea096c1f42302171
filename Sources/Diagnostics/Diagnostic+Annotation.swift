import Text

extension Diagnostic {
  /// Appends the finding as an annotation of a line, in the form of GitHub's workflow commands.
  ///
  /// - Parameter prefix: What stands before the path: the site's folder, as the repository sees it.
  public func printAnnotation(to out: inout Bytes, below prefix: String = "") {
    out.append(contentsOf: "::\(severity.annotation) file=".utf8)
    out.append(property: (prefix + path).printable)
    if let location {
      out.append(
        contentsOf: ",line=\(location.line),col=\(location.column),endColumn=\(location.column + location.width)".utf8)
    }
    out.append(contentsOf: ",title=".utf8)
    out.append(property: kind.name)
    out.append(contentsOf: "::".utf8)
    out.append(
      data: ([message] + notes.map { "note: " + $0.message } + help.map { "help: " + $0 }).map(\.printable)
        .joined(separator: "\n"))
    out.append(0x0A)
  }
}

extension Diagnostic.Severity {
  /// What GitHub calls it.
  fileprivate var annotation: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .advice: "notice"
    }
  }
}

extension Array where Element == UInt8 {
  /// Appends a text in which no character ends the command.
  fileprivate mutating func append(data text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "%"): append("%25")
      case 0x0D: append("%0D")
      case 0x0A: append("%0A")
      default: append(byte)
      }
    }
  }

  /// Appends a text in which no character ends the property, either.
  fileprivate mutating func append(property text: String) {
    var rest = Substring(text)
    while let at = rest.utf8.firstIndex(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ",") }) {
      append(data: String(rest[..<at]))
      if rest.utf8[at] == UInt8(ascii: ":") { append("%3A") } else { append("%2C") }
      rest = rest[rest.utf8.index(after: at)...]
    }
    append(data: String(rest))
  }
}
