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
      .init("is_draft", .scalar, "Whether it shows a draft, which search engines should leave alone."),
    ])
}

extension ContextSchema {
  /// Every variable that a page of the site may read, with the strings of a theme as `t`.
  public static func site(strings: Shape) -> ContextSchema {
    ContextSchema(
      [
        .init("site", .record(Shapes.site), "What the whole site is."),
        .init("page", .record(Shapes.page), "Where the page is."),
        .init("t", .record(strings), "The words of the page's language, from the theme's strings."),
      ],
      own: [
        ("404.html", []),
        ("archive.html", [.init("volumes", .list(.record(Shapes.volume)), "All volumes, the newest first.")]),
        ("bulletin.html", [.init("issue", .record(Shapes.issue), "The issue.")]),
        ("editors.html", [.init("roles", .list(.record(Shapes.roleThroughTime)), "The masthead through time.")]),
        ("feed.xml", [.init("feed", .record(Shapes.feed), "The feed.")]),
        (
          "home.html",
          [
            .init("newest", .record(Shapes.issueLink), "The newest issue, or none."),
            .init("issues", .list(.record(Shapes.issueLink)), "The newest issues after the first."),
          ]
        ),
        ("page.html", [.init("document", .record(Shapes.document), "The standing page.")]),
        ("people.html", [.init("letters", .list(.record(Shapes.letter)), "The index of people by letters.")]),
        ("person.html", [.init("person", .record(Shapes.person), "The person.")]),
        (
          "redirect.html", [.init("target", .scalar, "The whole address to which readers are sent.")]
        ),
        (
          "sitemap.xml",
          [
            .init("entries", .list(.record(Shapes.mapEntry)), "The addresses of a site map, or of site maps."),
            .init("is_index", .scalar, "Whether the addresses are those of site maps."),
          ]
        ),
        ("topic.html", [.init("topic", .record(Shapes.topic), "The topic.")]),
        ("topics.html", [.init("letters", .list(.record(Shapes.letter)), "The index of topics by letters.")]),
        ("volume.html", [.init("volume", .record(Shapes.volume), "The volume.")]),
      ])
  }
}
