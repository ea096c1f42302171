import Diagnostics

/// An article of a file as it was read: what stands above its text, and the text.
struct ReadArticle {
  /// The `id` in the page; `nil` for the first one.
  let id: String?
  let head: ArticleHead
  let body: BodyReader
  /// Whether nothing stands below the head.
  let isEmpty: Bool

  /// What is wrong or remarkable in it.
  var diagnostics: [Diagnostic] { head.diagnostics + body.diagnostics }
}
