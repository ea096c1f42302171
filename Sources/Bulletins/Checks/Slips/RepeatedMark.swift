import Diagnostics
import Text

/// A full stop or a comma that was typed twice: “He came.. Then”, “the quay,, and”, “来た。。”.
enum RepeatedMark {
  static func find(_ check: ProofText) -> [Diagnostic] {
    check.prose.flatMap { prose in
      let text = prose.text
      return prose.signs.compactMap { at -> Diagnostic? in
        guard at > 0, let mark = mark(at, in: text), text.has(mark, at: at + mark.count),
          text[at - 1].isASCIILetter || text[at - 1] >= 0x80,
          mark.count > 1 || endsHere(at + 2, text), !isMark(mark, before: at, in: text),
          !text.has(mark, at: at + 2 * mark.count)
        else { return nil }
        return check.finding(
          .repeatedMark, "“\(mark.string)” stands twice", at..<at + 2 * mark.count, of: prose,
          help: mark == [UInt8(ascii: ".")] ? "write it once, or “…” for what is left out" : "write it once")
      }
    }
  }

  private static let marks = [".", ",", "。", "、", "，"].map { Bytes($0.utf8) }

  private static func mark(_ at: Int, in text: Bytes) -> Bytes? {
    // Most signs are none of these.
    guard text[at] >= 0xE3 || text[at] == UInt8(ascii: ".") || text[at] == UInt8(ascii: ",") else { return nil }
    return marks.first { text.has($0, at: at) }
  }

  private static func isMark(_ mark: Bytes, before at: Int, in text: Bytes) -> Bool {
    at >= mark.count && text.has(mark, at: at - mark.count)
  }

  /// Three dots are an ellipsis, and a path goes on.
  private static func endsHere(_ at: Int, _ text: Bytes) -> Bool { at == text.count || text[at].isASCIISpace }
}

extension DiagnosticKind {
  static let repeatedMark = DiagnosticKind(
    "repeated-mark", .advice,
    "A comma or a full stop stands twice in a row behind a word. Write it once; what is left out has three dots, or the sign for them."
  )
}
