import Text

/// A text with its own title and authors; most issues hold one.
public struct Article: Sendable, Equatable {
  /// The title as plain text.
  public let title: String
  /// The title with its inline markup, as HTML.
  public let titleHTML: Bytes
  /// The authors in printed order.
  public let authors: [Contributor]
  /// The abstract as plain text.
  public let abstract: String?
  /// The abstract with its inline markup, as HTML.
  public let abstractHTML: Bytes
  /// What is known of its text.
  public let text: TextOutline
}
