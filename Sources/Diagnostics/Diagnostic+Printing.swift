import Text

extension Diagnostic {
  /// The finding as people read it: headline, place, the line with a caret under the range, notes and help.
  public var printed: String {
    var lines = ["\(severity.rawValue): \(message) [\(kind.name)]"]
    let gutter = String(repeating: " ", count: gutterWidth)
    if let place {
      lines += place.printed(gutter: gutter)
    } else {
      lines.append("\(gutter)--> \(path)")
    }
    for note in notes {
      lines.append("\(gutter) = note: \(note.message)")
      if let place = note.place { lines += place.printed(gutter: gutter) }
    }
    for text in help { lines.append("\(gutter) = help: \(text)") }
    return lines.joined(separator: "\n") + "\n"
  }

  private var gutterWidth: Int {
    ([place] + notes.map(\.place)).map { String($0?.line ?? 0).count }.max() ?? 1
  }

  /// The finding as machines read it.
  public var json: JSON {
    var members: [(String, JSON)] = [
      ("kind", .string(kind.name)), ("severity", .string(severity.rawValue)), ("message", .string(message)),
      ("file", .string(path)),
    ]
    if let place { members += place.jsonMembers }
    members.append(("notes", .array(notes.map(\.json))))
    members.append(("help", .strings(help)))
    return .object(members)
  }
}

extension Diagnostic.Note {
  fileprivate var json: JSON {
    let file: [(String, JSON)] = place.map { [("file", .string($0.path))] + $0.jsonMembers } ?? []
    return .object([("message", .string(message))] + file)
  }
}

extension Place {
  fileprivate var jsonMembers: [(String, JSON)] {
    [
      ("line", .int(line)), ("column", .int(column)),
      ("range", .array([.int(range.lowerBound), .int(range.upperBound)])),
    ]
  }

  fileprivate func printed(gutter: String) -> [String] {
    let number = String(line)
    let padding = String(repeating: " ", count: gutter.count - number.count)
    let (text, before, width) = shortened
    return [
      "\(gutter)--> \(path):\(line):\(column)",
      "\(gutter) |",
      "\(padding)\(number) | \(text)",
      "\(gutter) | \(before)\(String(repeating: "^", count: width))",
    ]
  }

  /// The line around the range, cut to what a terminal shows, with the blanks that stand before the caret.
  private var shortened: (text: String, before: String, width: Int) {
    let limit = 100
    var scalars = excerpt.unicodeScalars.map { $0.properties.generalCategory == .control && $0 != "\t" ? "␀" : $0 }
    var column = column
    if scalars.count > limit {
      let start = max(0, min(column - 1 - limit / 3, scalars.count - limit))
      let end = min(scalars.count, start + limit)
      scalars = (start > 0 ? ["…"] : []) + scalars[start..<end] + (end < scalars.count ? ["…"] : [])
      column -= start > 0 ? start - 1 : 0
    }
    let before = scalars.prefix(max(0, column - 1)).map { $0 == "\t" ? "\t" : " " }.joined()
    let room = max(1, scalars.count - before.unicodeScalars.count)
    return (String(String.UnicodeScalarView(scalars)), before, min(width, room))
  }
}
