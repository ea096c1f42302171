import Diagnostics

extension MastheadReader {
  /// Says of a part of the masthead that it is not understood; one that seems to hold the text back must not be lost.
  mutating func reportUnread(_ range: Range<Int>) {
    if known?.isDraft?.value != true, UnpublishedLine.isOne(source.bytes[range], options.languages) {
      diagnostics.append(
        Diagnostic(
          .unknownStatus, "this seems to say that the text is not to be out, and it would be",
          at: source.location(range),
          help:
            "write `Status: draft` or `Status: withdrawn`, or `Publish_date:` with the day from which it may be out; or remove it"
        ))
      return
    }
    diagnostics.append(
      Diagnostic(
        .unreadMastheadLine, "this part of the masthead is not understood, and not published",
        at: source.location(range), help: "write it below the rule, if readers are to see it"))
  }
}

extension DiagnosticKind {
  static let unreadMastheadLine = DiagnosticKind(
    "unread-masthead-line", .warning,
    "A line between the number line and the rule, or a part of the number line, is neither a list of editors nor a key such as `DOI:` with its value: a price, a sponsor, an address. It is not published. Write it below the rule, or as a key in front matter."
  )
}
