import Diagnostics
import Text

/// No blank behind a mark of a sentence: “the quay,and the crane”, “it froze.The crew”.
enum MissingBlank {
  static func find(_ check: ProofText) -> [Diagnostic] {
    check.prose.flatMap { prose in
      let text = prose.text
      return prose.signs.compactMap { at -> Diagnostic? in
        guard at > 0, at + 1 < text.count, isMark(text[at]), isSmall(text, before: at), isBegun(text, behind: at),
          isOnlyMark(at, in: text), text[at] != UInt8(ascii: ".") || endsSentence(at, in: text)
        else { return nil }
        let mark = Array(text[at...at]).string
        return check.finding(
          .missingBlank, "no blank stands behind “\(mark)”", at..<at + 1, of: prose, help: "write one",
          mend: .init(text: [text[at], 0x20], summary: "put a blank behind “\(mark)”", isSafe: false))
      }
    }
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ";")
  }

  /// Whether three small letters or more stand before a mark, and a blank before them: `old.The`, but not `String.Index`.
  private static func isSmall(_ text: Bytes, before mark: Int) -> Bool {
    let start = text[..<mark].lastIndex { !$0.isASCIILetter || $0 & 0x20 == 0 }.map { $0 + 1 } ?? 0
    return mark - start > 2 && (start == 0 || text[start - 1].isASCIISpace)
  }

  /// Whether what follows a mark goes on as a sentence does: behind a full stop with a capital and small letters, behind
  /// another mark with small ones, and then with a blank.
  private static func isBegun(_ text: Bytes, behind mark: Int) -> Bool {
    let first = text[mark + 1]
    let isStop = text[mark] == UInt8(ascii: ".")
    guard first.isASCIILetter, (first & 0x20 == 0) == isStop else { return false }
    let end = text[(mark + 2)...].firstIndex { !$0.isASCIILetter || $0 & 0x20 == 0 } ?? text.count
    return end - mark > 2 && end + 1 < text.count && text[end] == 0x20 && text[end + 1].isASCIILetter
  }

  /// Whether four words or more stand before a full stop in their sentence: `time.Sleep` and “a `dom.Node`” are names.
  private static func endsSentence(_ stop: Int, in text: Bytes) -> Bool {
    text[..<stop].suffix(reach).reversed().prefix { !".!?\"(".utf8.contains($0) }.count(where: \.isASCIISpace) > 2
  }

  /// Whether no other mark stands so nearby: `quick,brown,fox` is a list, and `one.Two` beside `three.Four` is how somebody
  /// writes names.
  private static func isOnlyMark(_ mark: Int, in text: Bytes) -> Bool {
    let isStop = text[mark] == UInt8(ascii: ".")
    func isPart(_ byte: UInt8) -> Bool { isStop || !byte.isASCIISpace }
    let before = text[..<mark].suffix(reach).reversed().prefix(while: isPart).count
    let behind = text[(mark + 1)...].prefix(reach).prefix(while: isPart).count
    return !(mark - before..<mark + behind).contains {
      $0 != mark && (text[$0] == text[mark]) && $0 + 1 < text.count && text[$0 + 1].isASCIILetter
    }
  }

  /// In bytes: about a line.
  private static let reach = 60
}

extension DiagnosticKind {
  static let missingBlank = DiagnosticKind(
    "missing-blank", .advice,
    "No blank stands behind a comma, a semicolon or a full stop between two words. Names of files and programs, and lists without blanks, are passed over."
  )
}
