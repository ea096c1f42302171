import Text

/// A bound of long addresses that are written once and used often: each use is a copy.
enum ReferenceBounds {
  /// What all uses of one address may come to, in bytes.
  private static let mostCopies = 2 << 20
  /// Shorter ones are hardly longer than what they stand for.
  private static let shortest = 100

  static func firstExcess(in text: Span<UInt8>) -> Excess? {
    guard let most = longestDefinition(in: text),
      most * text.count(of: UInt8(ascii: "["), upTo: mostCopies) > mostCopies
    else { return nil }
    let uses = uses(in: text)
    var copies = 0
    return definitions(in: text) { label, line in
      copies += line.count * (uses[text.extracting(label).folded] ?? 0)
      guard copies > mostCopies else { return nil }
      return Excess(kind: .amount, words: "so long an address that is used so often", range: line)
    }
  }

  private static func longestDefinition(in text: Span<UInt8>) -> Int? {
    var longest = 0
    _ = definitions(in: text) { (_, line) -> Excess? in
      longest = max(longest, line.count)
      return nil
    }
    return longest > shortest ? longest : nil
  }

  /// Calls `body` with the label and the line of each definition until it has an answer.
  private static func definitions<Answer>(
    in text: Span<UInt8>, _ body: (_ label: Range<Int>, _ line: Range<Int>) -> Answer?
  ) -> Answer? {
    var at = 0
    while let close = text.firstOffset(of: UInt8(ascii: "]"), from: at) {
      at = close + 1
      guard at < text.count, text[at] == UInt8(ascii: ":") else { continue }
      var open = close
      while open > 0, close - open < longestLabel, text[open] != UInt8(ascii: "[") { open -= 1 }
      guard text[open] == UInt8(ascii: "[") else { continue }
      if let answer = body(open + 1..<close, open..<text.endOfLine(from: close)) { return answer }
    }
    return nil
  }

  /// How often each label stands between brackets.
  private static func uses(in text: Span<UInt8>) -> [Bytes: Int] {
    var uses: [Bytes: Int] = [:]
    var at = 0
    while let open = text.firstOffset(of: UInt8(ascii: "["), from: at) {
      at = open + 1
      var end = at
      while end < text.count, end - at < longestLabel, text[end] != UInt8(ascii: "]"), text[end] != UInt8(ascii: "[") {
        end += 1
      }
      if end < text.count, text[end] == UInt8(ascii: "]") { uses[text.extracting(at..<end).folded, default: 0] += 1 }
    }
    return uses
  }

  /// In bytes; CommonMark allows so many.
  private static let longestLabel = 999
}

extension Span<UInt8> {
  /// A label with the case of ASCII letters folded and runs of white space as one blank.
  fileprivate var folded: Bytes {
    var folded = Bytes()
    for index in indices {
      let byte = self[index]
      if byte.isASCIISpace {
        if folded.last != 0x20 { folded.append(0x20) }
      } else {
        folded.append(byte.isASCIILetter ? byte | 0x20 : byte)
      }
    }
    return folded
  }
}
