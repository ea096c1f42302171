import Diagnostics
import Markdown
import Text

/// Characters that were lost on a text's way: UTF-8 that a program took for another encoding, what stands for a character
/// that could not be read, characters without a meaning of their own, and control characters.
package enum LostCharacters {
  /// A warning for each line of a settings file that has some.
  package static func find(in source: SourceFile) -> [Diagnostic] { find(in: source) { [] } }

  /// A warning for each line of a text that has some.
  static func find(in source: SourceFile, _ root: MarkdownNode) -> [Diagnostic] {
    find(in: source) { code(in: root) }
  }

  /// Every file of an archive is looked through: only bytes that ordinary texts hardly have are looked at.
  ///
  /// - Parameter code: Makes the code of a text, which explains what is lost elsewhere.
  private static func find(in source: SourceFile, _ code: () -> Bytes) -> [Diagnostic] {
    var found = (controls(in: source.bytes) + signs(in: source.bytes)).sorted {
      $0.range.lowerBound < $1.range.lowerBound
    }
    if found.isEmpty { return [] }
    confirm(&found, in: source.bytes)
    var lines: [(place: Location, losses: [Loss])] = []
    let code = code()
    // A character is looked for once, however often it was lost.
    var known: [Bytes: Bool] = [:]
    for loss in found {
      let written = Array(source.bytes[loss.range])
      let isExplained = known[written] ?? (code.firstOffset(of: written) != nil)
      known[written] = isExplained
      if isExplained { continue }
      let place = source.location(loss.range)
      if lines.last?.place.line != place.line { lines.append((place, [])) }
      lines[lines.count - 1].losses.append(loss)
    }
    return lines.map { place, losses in
      Diagnostic(
        .lostCharacters, losses[0].message, at: place, help: losses[0].help, mend: mend(of: losses, in: source))
    }
  }

  /// What puts right all that was lost on a line, as far as it is known what that was.
  private static func mend(of losses: [Loss], in source: SourceFile) -> Mend? {
    let edits = losses.compactMap { loss in loss.meant.map { source.edit(loss.range, $0) } }
    return Mend("write the characters that were meant", edits, isSafe: losses.allSatisfy(\.isSure))
  }

  /// What may be a sentence is none in a paragraph that has another one like it.
  private static func confirm(_ losses: inout [Loss], in text: Bytes) {
    let places = losses.indices.filter { losses[$0].isMisread }
    for (first, second) in zip(places, places.dropFirst())
    where !(losses[first].isSure && losses[second].isSure)
      && !hasBlankLine(text[losses[first].range.upperBound..<losses[second].range.lowerBound])
    {
      (losses[first].isSure, losses[second].isSure) = (true, true)
    }
  }

  private static func hasBlankLine(_ text: ArraySlice<UInt8>) -> Bool {
    var isBlank = false
    for byte in text {
      if byte == 0x0A {
        if isBlank { return true }
        isBlank = true
      } else if !byte.isASCIISpace {
        isBlank = false
      }
    }
    return false
  }

  /// What was lost, and what to say of it.
  private struct Loss {
    let range: Range<Int>
    let message: String
    let help: String
    /// What was there before, where that is known; nothing for what says nothing.
    var meant: Bytes?
    /// Whether it is UTF-8 that was read in another encoding.
    var isMisread = false
    /// Whether it can't be anything else.
    var isSure = true
  }

  /// Control characters of ASCII but for tabs and line ends.
  private static func controls(in text: Bytes) -> [Loss] {
    let bytes = text.span
    guard bytes.hasControl else { return [] }
    var losses: [Loss] = []
    var at = 0
    while let found = bytes.firstControl(from: at) {
      at = found + 1
      losses.append(control(found..<at, text))
    }
    at = 0
    while let found = bytes.firstOffset(of: 0x7F, from: at) {
      at = found + 1
      losses.append(control(found..<at, text))
    }
    return losses
  }

  private static func control(_ range: Range<Int>, _ text: Bytes) -> Loss {
    Loss(
      range: range,
      message: "the control character \(name(UInt32(text[range.lowerBound]))) stands here, which no browser shows",
      help: "take it away, or write the character that it stands for",
      meant: meant(
        byControl: text[range.lowerBound], between: text[..<range.lowerBound].last, text[range.upperBound...].first))
  }

  /// What word processors mean by a control character; `nil` where what follows it belongs to it.
  private static func meant(byControl code: UInt8, between before: UInt8?, _ after: UInt8?) -> Bytes? {
    switch code {
    case 0x1B: return nil
    // The end of a line or a page.
    case 0x0B, 0x0C: return before?.isASCIISpace ?? true || after?.isASCIISpace ?? true ? [] : [0x20]
    // A hyphen at which no line breaks. That at which one may, and the others, show nothing.
    case 0x1E: return [UInt8(ascii: "-")]
    default: return []
    }
  }

  private static func name(_ code: UInt32) -> String {
    let digits = String(code, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }

  /// What begins with a byte that may begin something lost.
  private static func signs(in text: Bytes) -> [Loss] {
    var losses: [Loss] = []
    for lead: UInt8 in [0xC2, 0xC3, 0xEE, 0xEF] {
      var at = 0
      while let found = text.firstOffset(of: lead, from: at) {
        at = found + 1
        guard let loss = loss(in: text, at: found) else { continue }
        losses.append(loss)
        at = loss.range.upperBound
      }
    }
    for lead in Mojibake.leadsOfCentralEurope {
      var at = 0
      while let found = text.firstOffset(of: lead, from: at) {
        at = found + 2
        if let mojibake = Mojibake.ofCentralEurope(text, found) { losses.append(misread(mojibake, in: text)) }
      }
    }
    return losses
  }

  private static func loss(in text: Bytes, at: Int) -> Loss? {
    // The file is well-formed UTF-8: what a byte announces is there.
    switch text[at] {
    case 0xC2 where Mojibake.isCyrillic(text, at): return misread(word: Words.around(at, in: text), in: text)
    case 0xC2:
      guard text[at + 1] < 0xA0, text[at + 1] != 0x85 else { return nil }
      if at > 0, text[at - 1].isUTF8Continuation, text[at - 1] == 0x82 || text[at - 1] == 0x83 { return nil }
      return Loss(
        range: at..<at + 2,
        message: "the control character \(name(UInt32(text[at + 1]))) stands here, which no browser shows",
        help: "take it away, or write the character that it stands for",
        meant: WindowsEncoding.western.character(of: text[at + 1]).map { Bytes(String($0).utf8) } ?? [])
    case 0xC3:
      return Mojibake.read(text, at).map { misread($0, in: text) }
        ?? Mojibake.wholeWord(text, at).map { misread(word: $0, in: text) }
    case 0xEF where text[at + 1] == 0xBF && text[at + 2] == 0xBD:
      return Loss(
        range: at..<at + 3, message: "a character was lost here: “\u{FFFD}” stands for one that could not be read",
        help: "write the character that was printed")
    case 0xEF where text[at + 1] == 0xBF && text[at + 2] > 0xBD:
      return Loss(
        range: at..<at + 3,
        message: "U+FFF\(text[at + 2] == 0xBE ? "E" : "F") stands here, which is no character, and is not published",
        help: "take it away, or write the character that was printed", meant: [])
    case 0xEE,
      0xEF where text[at + 1] < 0xA4:
      let code = UInt32(text[at] & 0x0F) << 12 | UInt32(text[at + 1] & 0x3F) << 6 | UInt32(text[at + 2] & 0x3F)
      return Loss(
        range: at..<at + 3,
        message: "the character \(name(code)) has no meaning but in one font, as bullets of word processors have",
        help: "write the character that was meant, or a list of Markdown")
    default: return nil
    }
  }

  private static func misread(word: Range<Int>, in text: Bytes) -> Loss {
    Loss(
      range: word, message: "“\(Array(text[word]).string)” was read in another encoding than it was written in",
      help: "save the file anew from its source as UTF-8")
  }

  private static func misread(_ mojibake: Mojibake, in text: Bytes) -> Loss {
    let written = Array(text[mojibake.range]).string
    return Loss(
      range: mojibake.range, message: "“\(written)” is UTF-8 that was read in another encoding",
      help: mojibake.meant.map { "it was “\($0)”; save the file anew from its source as UTF-8" }
        ?? "save the file anew from its source as UTF-8", meant: mojibake.meant.map { Bytes(String($0).utf8) },
      isMisread: true, isSure: mojibake.isSure)
  }

  /// All code of a text.
  private static func code(in root: MarkdownNode) -> Bytes {
    var code = Bytes()
    root.walk { node, _ in
      if node.kind == .code || node.kind == .codeBlock {
        node.withLiteral { code.append($0) }
        code.append(0x0A)
      }
    }
    return code
  }
}

extension Span<UInt8> {
  /// The offset of the first control character of ASCII that is no tab and no line end.
  fileprivate func firstControl(from start: Int) -> Int? {
    let (low, high): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    var at = start
    while at < count {
      // Eight bytes at once, of which none is below a blank.
      while at + 8 <= count {
        let word = word(at: at)
        if (word &- 0x20 &* low) & ~word & high != 0 { break }
        at += 8
      }
      let end = Swift.min(at + 8, count)
      while at < end {
        let byte = self[at]
        if byte < 0x20, byte != 0x0A, byte != 0x09, byte != 0x0D { return at }
        at += 1
      }
    }
    return nil
  }
}

extension DiagnosticKind {
  static let lostCharacters = DiagnosticKind(
    "lost-characters", .warning,
    "Characters were lost on the text's way here. UTF-8 that a program read as Windows-1252 looks like `Å‚` or `â€œ`; a diamond with a question mark stands for what could not be read at all; bullets and signs of word processors exist in one font only; control characters show nothing. Take the text from its source again and save it as UTF-8."
  )
}
