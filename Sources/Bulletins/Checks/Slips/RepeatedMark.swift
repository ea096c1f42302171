import Diagnostics
import Text

/// A full stop or a comma that was typed twice: “He came.. Then”, “the quay,, and”.
enum RepeatedMark {
  static func find(_ check: ProofText) -> [Diagnostic] {
    check.prose.flatMap { prose in
      let text = prose.text
      return prose.signs.compactMap { at -> Diagnostic? in
        let mark = text[at]
        guard mark == UInt8(ascii: ".") || mark == UInt8(ascii: ","), at > 0, at + 1 < text.count, text[at + 1] == mark,
          text[at - 1].isASCIILetter || text[at - 1] >= 0x80,
          // Three dots are an ellipsis, and a path goes on.
          at + 2 == text.count || text[at + 2].isASCIISpace
        else { return nil }
        let sign = Array(text[at..<at + 1]).string
        return check.finding(
          .repeatedMark, "“\(sign)” stands twice", at..<at + 2, of: prose,
          help: mark == UInt8(ascii: ".") ? "write it once, or “…” for what is left out" : "write it once")
      }
    }
  }
}

extension DiagnosticKind {
  static let repeatedMark = DiagnosticKind(
    "repeated-mark", .advice,
    "A comma or a full stop stands twice in a row behind a word. Write it once; what is left out has three dots, or the sign for them."
  )
}
