import Text

/// A text with its own title and authors; most issues hold one.
public struct Article: Sendable, Equatable {
  /// The `id` in the published page; `nil` for the article that an issue opens with.
  public let id: String?
  /// The title as plain text.
  public let title: String
  /// The title with its inline markup, as HTML.
  public let titleHTML: Bytes
  /// The line below the title, as HTML.
  public let subtitleHTML: Bytes
  /// The authors in printed order.
  public let authors: [Contributor]
  /// The house and the town that are printed below the authors, as HTML.
  public let affiliationHTML: Bytes
  /// The abstract as plain text. Bytes, so that pages, and the markup where it says the same, share the memory.
  public let abstractText: Bytes?
  /// The abstract with its inline markup, as HTML.
  public let abstractHTML: Bytes
  /// What is known of its text.
  public let text: TextOutline

  /// An article.
  init(
    id: String? = nil, title: String, titleHTML: Bytes, subtitleHTML: Bytes = [], authors: [Contributor] = [],
    affiliationHTML: Bytes = [], abstract: Bytes? = nil, abstractHTML: Bytes = [], text: TextOutline = TextOutline()
  ) {
    self.id = id
    self.title = title
    self.titleHTML = titleHTML
    self.subtitleHTML = subtitleHTML
    self.authors = authors
    self.affiliationHTML = affiliationHTML
    abstractText = abstract == abstractHTML ? abstractHTML : abstract
    self.abstractHTML = abstractHTML
    self.text = text
  }

  /// The abstract as plain text.
  public var abstract: String? { abstractText?.string }
}
