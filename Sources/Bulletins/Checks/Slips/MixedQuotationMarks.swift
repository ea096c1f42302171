import Diagnostics
import Text

/// Quotations in marks of several kinds, none within another: `„Barge“ and “quay”`.
enum MixedQuotationMarks {
  static func find(_ check: ProofText) -> [Diagnostic] {
    let quotations = check.quotations.outer.filter { isTypographic($0.marks) }
    guard let first = quotations.first, quotations.contains(where: { $0.marks != first.marks }) else { return [] }
    var kinds: [(marks: [QuotationMark], count: Int, first: QuotationReader.Quotation)] = []
    for one in quotations {
      if let known = kinds.firstIndex(where: { $0.marks == one.marks }) {
        kinds[known].count += 1
      } else {
        kinds.append((one.marks, 1, one))
      }
    }
    // The rarer one is told, of two the one that came later.
    guard let usual = kinds.max(by: { $0.count < $1.count })?.marks,
      let odd = kinds.last(where: { $0.marks != usual })?.first
    else { return [] }
    let prose = check.prose[odd.paragraph]
    return [
      check.finding(
        .mixedQuotationMarks, "other quotations of this text have other marks",
        Words.around(odd.range.lowerBound, in: prose.text), of: prose, help: "write all of them with the same marks")
    ]
  }

  /// Straight marks are told by themselves, and brackets of Japanese and Chinese mean different things.
  private static func isTypographic(_ marks: [QuotationMark]) -> Bool {
    marks.allSatisfy { [.low, .sixes, .nines, .left, .right].contains($0) }
  }
}

extension DiagnosticKind {
  static let mixedQuotationMarks = DiagnosticKind(
    "mixed-quotation-marks", .advice,
    "The quotations of a text have marks of several kinds, `„…“` and `“…”`, and none of them stands within another. A text has one kind, and another one for quotations within quotations."
  )
}
