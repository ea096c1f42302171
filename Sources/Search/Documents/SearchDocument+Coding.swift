import Text

extension SearchDocument {
  /// What the file of an issue holds: lines that begin with a letter for what they say, since a reader's browser takes
  /// them apart.
  ///
  /// - Parameters:
  ///   - abstracts: The abstracts by the numbers of their pieces.
  ///   - passages: The text by the numbers of its pieces.
  ///   - dictionary: The pieces.
  func payload(_ abstracts: [Bytes], _ passages: [(anchor: String, text: Bytes)], dictionary: Bytes) -> Bytes {
    var lines: [Bytes] = titles.map { Bytes("t\($0)".utf8) }
    lines.append(Bytes("n\(number)".utf8))
    lines.append(Bytes("d\(date.machine)\t\(date.printed)".utf8))
    for (sign, names) in [("@", people), ("#", topics)] {
      lines += names.map { Bytes("\(sign)\($0.slug)\t\($0.spellings.joined(separator: "\t"))".utf8) }
    }
    lines.append(Bytes("w".utf8) + dictionary)
    lines += abstracts.map { Bytes("a".utf8) + $0 }
    lines += passages.map { Bytes("p\($0.anchor)\t".utf8) + $0.text }
    return Bytes(lines.joined(separator: [0x0A]))
  }

  /// Reads what `payload` wrote; `nil` for other bytes.
  public init?(payload: Bytes) {
    self.init(titles: [])
    var pieces: [Bytes] = []
    for line in payload.split(separator: 0x0A, omittingEmptySubsequences: false) {
      guard let kind = line.first else { return nil }
      let rest = Bytes(line.dropFirst())
      let fields = rest.split(separator: 0x09, omittingEmptySubsequences: false).map { Bytes($0) }
      switch kind {
      case UInt8(ascii: "t"): titles.append(rest.string)
      case UInt8(ascii: "n"): number = rest.string
      case UInt8(ascii: "d") where fields.count == 2: date = (fields[0].string, fields[1].string)
      case UInt8(ascii: "@"): people.append(Name(fields))
      case UInt8(ascii: "#"): topics.append(Name(fields))
      case UInt8(ascii: "w"): pieces = rest.split(separator: 0x20, omittingEmptySubsequences: false).map { Bytes($0) }
      case UInt8(ascii: "a"):
        guard let text = PieceCoding.text(rest, pieces) else { return nil }
        abstracts.append(text)
      case UInt8(ascii: "p") where fields.count == 2:
        guard let text = PieceCoding.text(fields[1], pieces) else { return nil }
        passages.append(Passage(anchor: fields[0].string, text: text))
      default: return nil
      }
    }
  }
}

extension SearchDocument.Name {
  fileprivate init(_ fields: [Bytes]) {
    self.init(slug: fields.first?.string ?? "", spellings: fields.dropFirst().map(\.string))
  }
}
