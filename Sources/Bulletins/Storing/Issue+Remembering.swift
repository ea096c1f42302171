extension Issue {
  /// The issue for lists, where its text is not to be had: headings stay, and what they show of the text is empty.
  public var withoutTexts: Issue {
    Issue(
      path: path, language: language, date: date, release: release, formerAddresses: formerAddresses,
      metadata: metadata, lead: lead.withoutText, others: others.map(\.withoutText), location: location,
      namePlaces: namePlaces)
  }
}

extension Article {
  fileprivate var withoutText: Article {
    var outline = TextOutline()
    outline.sections = text.sections
    outline.anchors = text.anchors
    return Article(
      id: id, title: title, titleHTML: titleHTML, subtitleHTML: subtitleHTML, authors: authors,
      affiliationHTML: affiliationHTML, abstract: abstractText, abstractHTML: abstractHTML, text: outline)
  }
}
