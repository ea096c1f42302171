import Templating

extension Shapes {
  static let site = Shape(
    "the site",
    [
      .init("title", .scalar, "The title in the page's language."),
      .init("description", .scalar, "A sentence about the series, or none."),
      .init("language", .scalar, "The BCP 47 tag of the page's language."),
      .init("publisher", .scalar, "Who publishes, or none."), .init("series", .scalar, "The series' name."),
      .init("issn", .scalar, "The ISSN, or none."), .init("license", .scalar, "The licence of the texts, or none."),
      .init("origin", .scalar, "The scheme and host, without a slash at the end."),
      .init("root", .scalar, "The path under which the site lies."),
      .init("home_url", .scalar, "The address of the home page."),
      .init("archive_url", .scalar, "The address of all volumes."),
      .init("topics_url", .scalar, "The address of the index of topics."),
      .init("people_url", .scalar, "The address of the index of people."),
      .init("editors_url", .scalar, "The address of the masthead through time."),
      .init("feed_url", .scalar, "The address of the feed."),
      .init("languages", .list(.record(translation)), "The other languages with their home pages."),
      .init("pages", .list(.record(link)), "The standing pages."),
    ])

  static let page = Shape(
    "the page",
    [
      .init("url", .scalar, "The address."), .init("absolute_url", .scalar, "The whole address."),
      .init("alternates", .list(.record(translation)), "The same page in other languages."),
    ])
}

extension ContextSchema {
  /// Every variable that a page of the site may read, with the strings of a theme as `t`.
  public static func site(strings: Shape) -> ContextSchema {
    ContextSchema([
      .init("site", .record(Shapes.site), "Every page: what the whole site is."),
      .init("page", .record(Shapes.page), "Every page: where it is."),
      .init("t", .record(strings), "Every page: the words of the page's language, from the theme's strings."),
      .init("issue", .record(Shapes.issue), "`bulletin.html`: the issue."),
      .init("issues", .list(.record(Shapes.issueLink)), "`home.html`: the newest issues after the first."),
      .init("newest", .record(Shapes.issueLink), "`home.html`: the newest issue, or none."),
      .init("volume", .record(Shapes.volume), "`volume.html`: the volume."),
      .init("volumes", .list(.record(Shapes.volume)), "`archive.html`: all volumes, the newest first."),
      .init("topic", .record(Shapes.topic), "`topic.html`: the topic."),
      .init("person", .record(Shapes.person), "`person.html`: the person."),
      .init("letters", .list(.record(Shapes.letter)), "`topics.html`, `people.html`: the index by letters."),
      .init("roles", .list(.record(Shapes.roleThroughTime)), "`editors.html`: the masthead through time."),
      .init("document", .record(Shapes.document), "`page.html`: the standing page."),
      .init("feed", .record(Shapes.feed), "`feed.xml`: the feed."),
      .init("entries", .list(.record(Shapes.mapEntry)), "`sitemap.xml`: the addresses of a site map, or of site maps."),
      .init("is_index", .scalar, "`sitemap.xml`: whether the addresses are those of site maps."),
      .init("target", .scalar, "`redirect.html`: the whole address to which readers are sent."),
    ])
  }
}
