import Diagnostics

/// An image that has no description: `![](map.png)`.
enum ImageWithoutWords {
  static func find(_ check: ProofText) -> [Diagnostic] {
    check.wordlessImages.map { lines in
      Diagnostic(
        .imageWithoutWords, "this image says nothing to those who can't see it",
        at: check.source.location(of: "![]", inLines: lines),
        help: "write what it shows: `![Ships in the harbour](map.png)`")
    }
  }
}

extension DiagnosticKind {
  static let imageWithoutWords = DiagnosticKind(
    "image-without-words", .advice,
    "An image has no description. Who can't see it is read one, and it stands where the image can't be loaded.")
}
