import Diagnostics
import Text

/// Lines that count in a way that makes no list: `a)`, `(1)`, `I.`, `①`, `1、`, `一、`. They run together in one paragraph.
enum CountedLines {
  /// Whether a line that begins at an offset of the HTML, and is not the first of its paragraph, may be the second of them.
  static func mayBe(_ html: Bytes, at start: Int) -> Bool {
    beginnings[Int(html[start])] && seconds.contains { html.has($0, at: start) }
  }

  private static let seconds = [
    "b)", "(b)", "(2)", "2)", "II.", "II)", "②", "2、", "2．", "2）", "（2）", "二、", "（二）", "(二)",
  ].map { Bytes($0.utf8) }
  /// For each byte, whether one of them begins with it.
  private static let beginnings = (UInt8.min...UInt8.max).map { byte in seconds.contains { $0[0] == byte } }

  /// What is to be said of the lines of a paragraph.
  static func find(in lines: [VisibleText.Piece], of text: VisibleText) -> Diagnostic? {
    var counted: [(piece: VisibleText.Piece, sign: Sign)] = []
    for (place, piece) in lines.enumerated() {
      guard let sign = Sign(of: piece.text), sign.number == counted.count + 1,
        counted.last.map({ $0.sign.form == sign.form }) ?? (place == 0 || announces(lines[place - 1].text))
      else { continue }
      counted.append((piece, sign))
    }
    // Lines that end where their author ended them stand by themselves.
    guard counted.count > 1, let first = counted.first,
      !endsByHand(first.piece.line, in: text.source),
      let place = text.exactPlace(of: first.sign.bytes, in: first.piece, at: 0)
    else { return nil }
    let edits = counted.compactMap { piece, sign in
      text.exactPlace(of: sign.bytes, in: piece, at: 0).map { place -> TextEdit in
        let end = text.source.bytes[place.upperBound...].firstIndex { $0 != 0x20 } ?? place.upperBound
        return text.source.edit(place.lowerBound..<end, "\(sign.number). ".utf8)
      }
    }
    return Diagnostic(
      .typedBullets, "these lines are no list, and run together", at: text.source.location(place),
      help: "begin each with a number, a full stop and a blank: `1. `",
      // A text may cite a letter.
      mend: edits.count == counted.count && first.sign.isFigure ? Mend("number the lines", edits, isSafe: false) : nil)
  }

  /// Whether a line ends with two blanks or a backslash.
  private static func endsByHand(_ line: Int, in source: SourceFile) -> Bool {
    let bytes = source.bytes[source.range(ofLine: line)].filter { $0 != 0x0D }
    return bytes.last == UInt8(ascii: "\\") || bytes.suffix(2).elementsEqual([0x20, 0x20])
  }

  /// Whether a list follows a line.
  private static func announces(_ line: Bytes) -> Bool {
    line.last == UInt8(ascii: ":") || line.suffix(3).elementsEqual("：".utf8)
  }

  /// What a line begins with.
  private struct Sign {
    let number: Int
    /// What differs between two ways of counting.
    let form: String
    let bytes: Bytes
    /// Whether it is a number, and no letter.
    var isFigure: Bool { !form.unicodeScalars.contains { "aI".unicodeScalars.contains($0) } }

    init?(of line: Bytes) {
      let text = Array(line.prefix(Sign.longest)).string.unicodeScalars
      var rest = text[...]
      let opening = rest.first.map { "(（".unicodeScalars.contains($0) } ?? false ? rest.removeFirst() : nil
      guard let (number, kind) = Sign.takeNumber(&rest) else { return nil }
      var form = "\(opening.map(String.init) ?? "")\(kind)"
      if kind != "①" {
        guard let closing = rest.popFirst(), Sign.closes(closing, kind, isOpened: opening != nil) else { return nil }
        // With a blank behind it, this is a list.
        if kind == "1", closing == ")", opening == nil, rest.first == " " { return nil }
        form.unicodeScalars.append(closing)
      }
      guard let next = rest.first, next != "\n" else { return nil }
      self.number = number
      self.form = form
      bytes = Bytes(String(text[..<rest.startIndex]).utf8)
    }

    /// In bytes, with the first of the words.
    private static let longest = 24

    private static func closes(_ mark: Unicode.Scalar, _ kind: Character, isOpened: Bool) -> Bool {
      if isOpened { return mark == ")" || mark == "）" }
      switch kind {
      case "1": return ")）、．".unicodeScalars.contains(mark)
      case "a": return mark == ")"
      case "I": return mark == "." || mark == ")"
      default: return mark == "、" || mark == "．"
      }
    }

    /// A number with how it is written: `1`, `a`, `I`, `一` or `①`.
    private static func takeNumber(_ rest: inout Substring.UnicodeScalarView) -> (Int, Character)? {
      guard let first = rest.first else { return nil }
      switch first {
      case "0"..."9":
        let digits = rest.prefix { ("0"..."9").contains($0) }
        rest = rest.dropFirst(digits.count)
        return digits.count < 4 ? Int(String(digits)).map { ($0, "1") } : nil
      case "a"..."z":
        rest.removeFirst()
        return (Int(first.value - 0x60), "a")
      case "I", "V", "X":
        let letters = rest.prefix { "IVX".unicodeScalars.contains($0) }
        rest = rest.dropFirst(letters.count)
        return roman.firstIndex(of: String(letters)).map { ($0 + 1, "I") }
      case "①"..."⑳":
        rest.removeFirst()
        return (Int(first.value - 0x2460) + 1, "①")
      default:
        let length = HanNumber.length(in: Substring(rest).utf8)
        guard length > 0, let number = HanNumber.prefix(of: Substring(rest).utf8).flatMap({ Int($0) }) else {
          return nil
        }
        rest = Substring(Substring(rest).utf8.dropFirst(length)).unicodeScalars
        return (number, "一")
      }
    }

    private static let roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
  }
}
