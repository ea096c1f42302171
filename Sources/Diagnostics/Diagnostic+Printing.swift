import Coding
import Text

extension Diagnostic {
  /// The finding as people read it: headline, place, the line with a caret under the range, notes and help.
  public var printed: String {
    var out = Bytes()
    print(to: &out)
    return out.string
  }

  /// Appends the finding as people read it: an archive may have thousands.
  ///
  /// - Parameter isColored: Whether the headline has the colour of its severity, for terminals.
  public func print(to out: inout Bytes, isColored: Bool = false) {
    let gutter = gutterWidth
    let (color, plain) = isColored ? (severity.color, "\u{1B}[0m") : ("", "")
    out.append(color, severity.rawValue, plain, ": ", message, " [", kind.name, "]\n")
    if let location {
      location.print(to: &out, gutter: gutter)
    } else {
      out.append(spaces: gutter)
      out.append("--> ", path, "\n")
    }
    for note in notes {
      out.append(spaces: gutter)
      out.append(" = note: ", note.message, "\n")
      note.location?.print(to: &out, gutter: gutter)
    }
    for text in help {
      out.append(spaces: gutter)
      out.append(" = help: ", text, "\n")
    }
  }

  private var gutterWidth: Int {
    func width(_ location: Location?) -> Int { ((location?.line ?? 0) + (location?.lineBelow == nil ? 0 : 1)).digits }
    return notes.reduce(width(location)) { max($0, width($1.location)) }
  }

  /// The finding as machines read it.
  public var json: JSON {
    var members: [(String, JSON)] = [
      ("kind", .string(kind.name)), ("severity", .string(severity.rawValue)), ("message", .string(message)),
      ("file", .string(path)),
    ]
    if let location { members += location.jsonMembers }
    members.append(("notes", .array(notes.map(\.json))))
    members.append(("help", .strings(help)))
    if let mend { members.append(("mend", mend.json)) }
    return .object(members)
  }
}

extension Diagnostic.Severity {
  /// The sequence after which a terminal prints in bold red, yellow or cyan.
  fileprivate var color: String {
    switch self {
    case .error: "\u{1B}[1;31m"
    case .warning: "\u{1B}[1;33m"
    case .advice: "\u{1B}[1;36m"
    }
  }
}

extension Diagnostic.Note {
  fileprivate var json: JSON {
    let file: [(String, JSON)] = location.map { [("file", .string($0.path))] + $0.jsonMembers } ?? []
    return .object([("message", .string(message))] + file)
  }
}

extension Location {
  fileprivate var jsonMembers: [(String, JSON)] {
    [
      ("line", .int(line)), ("column", .int(column)),
      ("range", .array([.int(range.lowerBound), .int(range.upperBound)])),
    ]
  }

  fileprivate func print(to out: inout Bytes, gutter: Int) {
    out.append(spaces: gutter)
    out.append("--> ", path, ":\(line):\(column)\n")
    out.append(spaces: gutter)
    out.append(" |\n")
    if let lineAbove { print(lineAbove, line - 1, to: &out, gutter: gutter) }
    print(excerpt, line, to: &out, gutter: gutter)
    out.append(spaces: gutter)
    out.append(" | ")
    var length = 0
    for scalar in excerpt.unicodeScalars {
      length += 1
      if length < excerptColumn { out.append(scalar == "\t" ? 0x09 : 0x20) }
    }
    out.append(contentsOf: repeatElement(UInt8(ascii: "^"), count: min(width, max(1, length - excerptColumn + 1))))
    out.append(0x0A)
    if let lineBelow { print(lineBelow, line + 1, to: &out, gutter: gutter) }
  }

  private func print(_ text: String, _ number: Int, to out: inout Bytes, gutter: Int) {
    out.append(spaces: gutter - number.digits)
    out.append(String(number), " | ")
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F && $0 != 0xC2 }) {
      out.append(text)
    } else {
      // The control characters of ASCII and of Latin-1.
      for scalar in text.unicodeScalars {
        let isControl = (scalar.value < 0x20 && scalar != "\t") || (0x7F...0x9F).contains(scalar.value)
        out.append(isControl ? "␀" : String(scalar))
      }
    }
    out.append(0x0A)
  }
}

extension Int {
  fileprivate var digits: Int { String(self).utf8.count }
}

extension Array where Element == UInt8 {
  fileprivate mutating func append(_ texts: String...) { for text in texts { append(contentsOf: text.utf8) } }

  fileprivate mutating func append(spaces count: Int) { append(contentsOf: repeatElement(0x20, count: count)) }
}
