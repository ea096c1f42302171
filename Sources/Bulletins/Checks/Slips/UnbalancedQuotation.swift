import Diagnostics
import Text

/// A quotation that is opened and never closed, closed and never opened, or closed with the mark that opens one, in the marks
/// of any language.
enum UnbalancedQuotation {
  static func find(_ check: ProofText) -> [Diagnostic] {
    check.quotations.problems.map { problem in
      let prose = check.prose[problem.paragraph]
      return check.finding(
        .unbalancedQuotation, problem.kind.message, Words.around(problem.range.lowerBound, in: prose.text), of: prose,
        help: problem.kind == .wrongEnd ? "write `”`" : "write the other mark, or take this one away")
    }
  }
}

extension QuotationReader.Problem.Kind {
  fileprivate var message: String {
    switch self {
    case .unclosed: "this quotation is never closed"
    case .unopened: "this quotation was never opened"
    case .wrongEnd: "this quotation ends with the mark that opens one"
    }
  }
}

extension DiagnosticKind {
  static let unbalancedQuotation = DiagnosticKind(
    "unbalanced-quotation", .advice,
    "A quotation is opened and not closed before the next heading, or closed and never opened. One that goes over several paragraphs may be opened anew by each of them."
  )
}
