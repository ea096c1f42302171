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
    ([place] + notes.map(\.place)).map { place in
      String((place?.line ?? 0) + (place?.lineBelow == nil ? 0 : 1)).count
    }.max() ?? 1
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
    let text = visible(excerpt)
    let before = text.prefix(excerptColumn - 1).map { $0 == "\t" ? "\t" : " " }.joined()
    let carets = String(repeating: "^", count: min(width, max(1, text.count - excerptColumn + 1)))
    func neighbour(_ text: String?, _ number: Int) -> [String] {
      guard let text else { return [] }
      let padding = String(repeating: " ", count: gutter.count - String(number).count)
      return ["\(padding)\(number) | \(String(String.UnicodeScalarView(visible(text))))"]
    }
    return ["\(gutter)--> \(path):\(line):\(column)", "\(gutter) |"] + neighbour(lineAbove, line - 1) + [
      "\(padding)\(number) | \(String(String.UnicodeScalarView(text)))",
      "\(gutter) | \(before)\(carets)",
    ] + neighbour(lineBelow, line + 1)
  }

  private func visible(_ text: String) -> [Unicode.Scalar] {
    // The control characters of ASCII and of Latin-1.
    text.unicodeScalars.map { ($0.value < 0x20 && $0 != "\t") || (0x7F...0x9F).contains($0.value) ? "␀" : $0 }
  }
}
