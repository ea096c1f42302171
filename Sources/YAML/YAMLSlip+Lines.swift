import Text

/// Mistakes in the form of lines: keys that are none, or stand at a wrong place.
extension YAMLSlip {
  /// The line that libfyaml can't put to the ones above it, or that it takes for a part of one.
  static func line(at offset: Int, in text: Bytes) -> YAMLSlip? {
    let line = YAMLLine(of: text, at: offset)
    if line.isBlank { return nil }
    let forms = [tab, keyWithoutBlank, keyWithEqualsSign, unindentedText, withoutKey]
    if let slip = forms.lazy.compactMap({ $0(line) }).first { return slip }
    // What libfyaml takes for a part of this line may be the key below it.
    if let next = line.next, let slip = tab(next) ?? misplaced(next, below: line) { return slip }
    if let slip = strayDash(line) { return slip }
    return line.previous.flatMap { misplaced(line, below: $0) }
  }

  /// A tab at the line's start.
  static func tab(_ line: YAMLLine) -> YAMLSlip? {
    line.tabs.map { tabs in
      ofLine(line, "a tab stands at the start of the line", at: tabs, help: "indent with blanks, not with tabs")
    }
  }

  /// `title:A`
  private static func keyWithoutBlank(_ line: YAMLLine) -> YAMLSlip? {
    guard line.key == nil, let word = word(line), word.upperBound < line.content.upperBound,
      line.text[word.upperBound] == UInt8(ascii: ":"), !line.text.has("://".utf8, at: word.upperBound)
    else { return nil }
    let rest = word.upperBound + 1..<line.content.upperBound
    return ofLine(
      line, "without a blank behind its colon, this is no key", at: word.lowerBound..<rest.lowerBound,
      help: "write `\(line.string(word)): \(line.string(rest))`"
    ).mending("write a blank behind the colon", rest.lowerBound..<rest.lowerBound, " ")
  }

  /// `title = A`
  private static func keyWithEqualsSign(_ line: YAMLLine) -> YAMLSlip? {
    guard line.key == nil, let word = word(line) else { return nil }
    let behind = line.text[word.upperBound..<line.content.upperBound]
    guard let sign = behind.firstIndex(where: { $0 != 0x20 }), line.text[sign] == UInt8(ascii: "=") else { return nil }
    let value = line.string(sign + 1..<line.content.upperBound).trimmed
    return ofLine(
      line, "an equals sign stands in the place of a colon", at: sign..<sign + 1,
      help: "write `\(line.string(word)): \(value)`"
    ).mending("write a colon", word.upperBound..<line.content.upperBound, ": \(value)")
  }

  /// A line below `abstract: |` that is not indented.
  private static func unindentedText(_ line: YAMLLine) -> YAMLSlip? {
    guard line.key == nil, line.indentation == 0, let above = line.previous, above.key != nil,
      let sign = line.text[above.value].first, sign == UInt8(ascii: "|") || sign == UInt8(ascii: ">"),
      above.value.count < 4
    else { return nil }
    return ofLine(
      line, "the text below `\(above.string(above.value))` is not indented", at: line.content,
      help: "put two blanks before each of its lines"
    ).mending("put two blanks before it", line.range.lowerBound..<line.range.lowerBound, "  ")
  }

  /// A line that is no key, and not indented so that it could be a part of the text above.
  private static func withoutKey(_ line: YAMLLine) -> YAMLSlip? {
    guard line.key == nil, line.indentation == 0 else { return nil }
    let word = word(line)
    let rest = word.map { line.string($0.upperBound..<line.content.upperBound).trimmed } ?? ""
    // A sentence goes on in small letters.
    let isKey = word.map { word in
      line.text[word].allSatisfy { !$0.isASCIILetter || $0 & 0x20 != 0 }
        && rest.utf8.first.map { !$0.isASCIILetter || $0 & 0x20 == 0 } ?? false
    }
    return ofLine(
      line, "this line has no key", at: line.content,
      help: isKey ?? false
        ? "write `\(word.map(line.string) ?? ""): \(rest)`, or indent the line if it goes on with the text above"
        : "write `key: value`, or indent the line if it goes on with the text above")
  }

  /// A key that stands further in than the one above it, which has a value.
  private static func misplaced(_ line: YAMLLine, below above: YAMLLine) -> YAMLSlip? {
    guard let key = line.key, above.key != nil, !line.hasDash, line.indentation != above.indentation,
      line.indentation > 0
    else { return nil }
    let blanks = String(repeating: " ", count: above.indentation)
    return ofLine(
      line, "this key is indented otherwise than the one above", at: key,
      help: above.indentation == 0 ? "begin it at the margin" : "begin it where the key above begins"
    ).mending(
      "begin it where the key above begins", line.range.lowerBound..<line.content.lowerBound, blanks, isSafe: false)
  }

  /// `- date: 2024-01-02` among keys that have no dash.
  private static func strayDash(_ line: YAMLLine) -> YAMLSlip? {
    guard let key = line.key, line.hasDash, let above = line.previous, !above.hasDash, !above.value.isEmpty else {
      return nil
    }
    let dash = line.text[line.range].firstIndex(of: UInt8(ascii: "-")) ?? line.range.lowerBound
    return ofLine(line, "a dash stands before this key", at: dash..<key.upperBound, help: "take the dash away")
      .mending("take the dash away", dash..<key.lowerBound, "", isSafe: false)
  }

  /// The word with which a line begins, as keys are written.
  private static func word(_ line: YAMLLine) -> Range<Int>? {
    let word = line.text[line.content].prefix { $0.isASCIILetter || $0 == UInt8(ascii: "_") }
    return word.isEmpty ? nil : word.startIndex..<word.endIndex
  }
}
