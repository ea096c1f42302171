/// Where a page stands in the site.
struct PagePlace: Sendable {
  /// The address below the site's root.
  let path: String
  /// The BCP 47 tag of its language.
  let language: String
  /// The part of the site that it belongs to, which its navigation marks.
  var section: SiteSection?
  /// Whether it shows an unfinished text, published on purpose.
  var isDraft = false
}

/// A part of the site to which every page's navigation leads.
enum SiteSection: String, Sendable {
  case home, archive, topics, people, editors
}

/// A page that says the same as another one in another language.
struct PageVersion: Sendable, Equatable {
  /// The BCP 47 tag of the language.
  let language: String
  /// The address below the root of the language.
  let path: String
  /// What it is called there, where that is known.
  var title: String?
}
