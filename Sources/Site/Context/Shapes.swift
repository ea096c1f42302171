import Templating

/// The records that templates read. What is declared here is what a page may depend on; the table in the documentation
/// is made of it.
enum Shapes {
  static let personLink = Shape(
    "a person's link",
    [
      .init("name", .scalar, "The name as it is listed."), .init("url", .scalar, "The address of the person's page."),
      .init("orcid", .scalar, "The ORCID iD, or none."),
    ])

  static let editor = Shape(
    "an editor of an issue",
    [
      .init("name", .scalar, "The name as it is listed."), .init("url", .scalar, "The address of the person's page."),
      .init("roles", .list(.scalar), "The roles printed behind the name, in order."),
    ])

  static let topicLink = Shape(
    "a topic's link",
    [
      .init("name", .scalar, "The name in the page's language."),
      .init("url", .scalar, "The address of the topic's page."),
      .init("anchor", .scalar, "The id of the section in this issue, or none."),
    ])

  static let issueLink = Shape(
    "an issue in a list",
    [
      .init("number", .scalar, "The number as printed, or none."),
      .init("cumulative", .scalar, "The number since the series began, or none."),
      .init("title", .scalar, "The title as plain text."), .init("url", .scalar, "The address."),
      .init("date", .scalar, "The day in ISO form."), .init("date_text", .scalar, "The day as the language prints it."),
      .init("year", .scalar, "The year of the volume."),
      .init("authors", .list(.record(personLink)), "The authors in printed order."),
      .init("abstract", .scalar, "The abstract as plain text, or none."),
    ])

  static let entry = Shape(
    "an entry of a topic",
    [
      .init("issue", .record(issueLink), "The issue."),
      .init("url", .scalar, "The address of the section, or of the issue."),
    ])

  static let section = Shape(
    "a section of an issue",
    [
      .init("id", .scalar, "The id of its heading."), .init("text", .scalar, "The heading's text."),
      .init("level", .scalar, "The heading's level; run-in headings have 2."),
      .init("is_run_in", .scalar, "Whether the heading is the bold start of a paragraph."),
    ])

  static let translation = Shape(
    "a translation",
    [
      .init("language", .scalar, "The BCP 47 tag."), .init("name", .scalar, "The language's own name."),
      .init("title", .scalar, "The title there, or none."), .init("url", .scalar, "The address."),
      .init("absolute_url", .scalar, "The whole address."),
    ])

  static let issue = Shape(
    "an issue",
    [
      .init("series", .scalar, "The name in the masthead, or the site's."),
      .init("number", .scalar, "The number as printed, or none."),
      .init("cumulative", .scalar, "The number since the series began, or none."),
      .init("title", .scalar, "The title as plain text."),
      .init("title_html", .scalar, "The title with its inline markup."),
      .init("url", .scalar, "The address."), .init("absolute_url", .scalar, "The whole address."),
      .init("date", .scalar, "The day in ISO form."), .init("date_text", .scalar, "The day as the language prints it."),
      .init("date_slashes", .scalar, "The day as citation tags want it: 2010/02/11."),
      .init("rfc822", .scalar, "The day as feeds write it, in the site's time zone."),
      .init("year", .scalar, "The year."), .init("volume_url", .scalar, "The address of its volume."),
      .init("publisher", .scalar, "Who stands behind the ©, or the site's publisher."),
      .init("authors", .list(.record(personLink)), "The authors in printed order."),
      .init("editors", .list(.record(editor)), "The editors in printed order, with their roles."),
      .init("abstract", .scalar, "The abstract as plain text, or none."),
      .init("abstract_html", .scalar, "The abstract with its inline markup, or none."),
      .init("body", .scalar, "The text as HTML."),
      .init("sections", .list(.record(section)), "The headings of the text in order."),
      .init("topics", .list(.record(topicLink)), "The topics with the sections they lead to."),
      .init("previous", .record(issueLink), "The issue before it, or none."),
      .init("next", .record(issueLink), "The issue after it, or none."),
      .init("translations", .list(.record(translation)), "The same text in other languages."),
      .init("category", .scalar, "The category that the file names, or none."),
      .init("license", .scalar, "The licence of the text, or none."),
      .init("extra", .any, "The keys of the file's metadata that have no meaning here."),
      .init("json_ld", .any, "The issue in the words of schema.org, for search engines."),
    ])

  static let volume = Shape(
    "a volume",
    [
      .init("year", .scalar, "The year."), .init("url", .scalar, "The address."),
      .init("count", .scalar, "How many issues it has."),
      .init("issues", .list(.record(issueLink)), "Its issues, the newest first; empty where only the volume is meant."),
    ])

  static let topic = Shape(
    "a topic",
    [
      .init("name", .scalar, "The name in the page's language."), .init("url", .scalar, "The address."),
      .init("feed_url", .scalar, "The address of its feed."),
      .init("broader", .record(topicLink), "The topic that it is part of, or none."),
      .init("narrower", .list(.record(topicLink)), "The topics that are part of it."),
      .init("related", .list(.record(topicLink)), "See also."),
      .init("other_words", .list(.scalar), "Words under which an index says “see”."),
      .init("entries", .list(.record(entry)), "Where it is written about, the newest first."),
    ])

  static let year = Shape(
    "the issues of a year that somebody edited",
    [
      .init("year", .scalar, "The year."), .init("issues", .list(.record(issueMark)), "The issues, the oldest first."),
    ])

  static let issueMark = Shape(
    "an issue by its number",
    [.init("label", .scalar, "The number, or the date."), .init("url", .scalar, "The address.")])

  static let roleHeld = Shape(
    "a role that somebody held",
    [
      .init("role", .scalar, "The role as printed, or none for an editor without one."),
      .init("count", .scalar, "In how many issues."), .init("years", .list(.record(year)), "The issues by year."),
    ])

  static let person = Shape(
    "a person",
    [
      .init("name", .scalar, "The name as it is listed."), .init("url", .scalar, "The address."),
      .init("feed_url", .scalar, "The address of the feed of what they wrote."),
      .init("affiliation", .scalar, "Where they work, or none."), .init("orcid", .scalar, "The ORCID iD, or none."),
      .init("biography", .scalar, "A few sentences, or none."),
      .init("wrote", .list(.record(issueLink)), "The issues they wrote, the newest first."),
      .init("edited", .list(.record(roleHeld)), "The roles they held, with the issues."),
    ])

  static let indexLine = Shape(
    "a line of an index",
    [
      .init("name", .scalar, "The name, people's with the family name first."), .init("url", .scalar, "The address."),
      .init("wrote", .scalar, "How many issues they wrote; for a topic, how many entries it has."),
      .init("edited", .scalar, "How many issues they edited; for a topic, none."),
      .init("see", .scalar, "The name to look under instead, or none."),
    ])

  static let letter = Shape(
    "a letter of an index",
    [
      .init("letter", .scalar, "The letter."), .init("id", .scalar, "An id for its heading."),
      .init("lines", .list(.record(indexLine)), "What stands under it."),
    ])

  static let tenure = Shape(
    "a time for which somebody held a role",
    [
      .init("person", .record(personLink), "Who."), .init("first", .record(issueLink), "The first issue of it."),
      .init("last", .record(issueLink), "The last issue of it."), .init("count", .scalar, "In how many issues."),
    ])

  static let roleThroughTime = Shape(
    "a role through time",
    [
      .init("role", .scalar, "The role as printed, or none."),
      .init("tenures", .list(.record(tenure)), "Who held it, in order."),
    ])

  static let document = Shape(
    "a standing page",
    [
      .init("title", .scalar, "The title."), .init("body", .scalar, "The text as HTML."),
      .init("summary", .scalar, "A sentence about it, or none."),
    ])

  static let feedItem = Shape(
    "an item of a feed",
    [
      .init("issue", .record(issue), "The issue."),
      .init("content", .scalar, "Abstract and text as HTML with whole addresses, to be escaped once."),
    ])

  static let feed = Shape(
    "a feed",
    [
      .init("title", .scalar, "The title."), .init("description", .scalar, "A sentence about it."),
      .init("url", .scalar, "The whole address of the page that it follows."),
      .init("self_url", .scalar, "The whole address of the feed."),
      .init("items", .list(.record(feedItem)), "The newest issues, the newest first."),
    ])

  static let link = Shape(
    "a link", [.init("name", .scalar, "What it is called."), .init("url", .scalar, "The address.")])

  static let mapEntry = Shape(
    "an address of the site",
    [.init("url", .scalar, "The whole address."), .init("date", .scalar, "The day of its last content, or none.")])
}
