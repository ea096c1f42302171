import Diagnostics

extension DiagnosticKind {
  /// The kinds that say where links lead, which may change with other texts.
  public static let linkKinds: Set<DiagnosticKind> = [
    brokenLink, linkToHeldText, missingAnchor, missingAttachment, missingFigure,
  ]

  /// A link to what is not there.
  public static let brokenLink = DiagnosticKind(
    "broken-link", .warning,
    "A link leads to a file that is not there, or to an address of the site at which nothing is published. An address of the web begins with `https://`; a file's path is relative to the issue."
  )
  static let missingAnchor = DiagnosticKind(
    "missing-anchor", .warning,
    "A link leads to a place in a text, behind the `#`, that the text does not have. Headings and run-in headings have their words as address, in small letters and with hyphens between; footnotes have `fn-` and their name."
  )
  static let linkToHeldText = DiagnosticKind(
    "link-to-held-text", .warning,
    "A link leads to a draft, or to a text that is not due yet or no more. The words of the link are published without it; a build that publishes the other text makes it a link."
  )
}
