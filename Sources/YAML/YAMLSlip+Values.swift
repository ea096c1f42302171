import Text

/// Mistakes in a value: quotation marks and brackets that are not there, or not closed.
extension YAMLSlip {
  /// The mistake in the value of a line that libfyaml complains of, if it is one.
  static func value(_ message: String, at offset: Int, in line: YAMLLine) -> YAMLSlip? {
    let here = offset..<min(offset + 1, line.text.count)
    func has(_ words: String) -> Bool { message.contains(words) }
    if has("nested block mapping on the same line") {
      return unquoted(line, "a text with a colon and a blank behind it stands without quotation marks", at: here)
    }
    if has("cannot start with") {
      let sign = line.string(here)
      return unquoted(line, "a text that begins with “\(sign)” stands without quotation marks", at: here, element: true)
    }
    if has("block sequence on the same line") { return listOnLine(line, at: here) }
    if line.key != nil, has("invalid value after mapping") || has("invalid value after sequence") {
      return unquoted(line, "the brackets end before this, and the text goes on", at: here)
    }
    if has("invalid trailing content after") {
      let other = YAMLQuotation.other(line.string(line.value))
      let prefix = line.key.map { line.string($0) + ": " } ?? ""
      let slip = inValue(
        line, "the quotation marks end before this, and the text goes on", at: here,
        help: other.map { "put the text into other quotation marks: `\(prefix)\($0)`" }
          ?? "put all of the text into quotation marks")
      return other.map { slip.mending("put the text into other quotation marks", line.value, $0) } ?? slip
    }
    if has("invalid escape") {
      return inValue(
        line, "this backslash means nothing", at: here,
        help: "write `\\\\` for a backslash, or put the text into single quotation marks")
    }
    if has("-quoted") {
      return inValue(
        line, "this quotation mark is never closed", at: here, help: "close the quotation mark that is opened here")
    }
    if has("extra closing") {
      return inValue(line, "this bracket was never opened", at: here, help: "take it away, or open it before the list")
    }
    if has("no linebreak found") {
      return inValue(
        line, "behind `|` and `>`, the text begins on the next line", at: line.value,
        help: "write it on the lines below, with two blanks before each, or put it into quotation marks")
    }
    if has("missing comma in flow") {
      return inValue(
        line, "no comma stands before this", at: here,
        help: "write commas between what stands in brackets, and texts with a colon in quotation marks")
    }
    return nil
  }

  private static func listOnLine(_ line: YAMLLine, at place: Range<Int>) -> YAMLSlip {
    guard let next = line.next, next.hasDash else {
      return unquoted(line, "a text that begins with “-” stands without quotation marks", at: place)
    }
    return inValue(
      line, "a list begins on the line of its key", at: place,
      help: "write each element on a line of its own below the key")
  }

  /// A list in brackets that is never closed, before the place at which libfyaml notices that.
  static func unclosedBracket(before offset: Int, in text: Bytes) -> YAMLSlip? {
    var line: YAMLLine? = YAMLLine(of: text, at: offset)
    while let looked = line {
      line = looked.previous
      guard let sign = text[looked.value].first, sign == UInt8(ascii: "[") || sign == UInt8(ascii: "{") else {
        continue
      }
      let isSequence = sign == UInt8(ascii: "[")
      let close = isSequence ? UInt8(ascii: "]") : UInt8(ascii: "}")
      let part = text[looked.value]
      if part.count(where: { $0 == sign }) <= part.count(where: { $0 == close }) { continue }
      // It may go on below; but not where the next key begins.
      if let next = looked.next, next.key == nil || next.indentation > looked.indentation { continue }
      return inValue(
        looked, "this bracket is never closed", at: looked.value.lowerBound..<looked.value.lowerBound + 1,
        help: "write `\(isSequence ? "]" : "}")` where the list ends")
    }
    return nil
  }
}
