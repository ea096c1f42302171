extension Archive {
  /// The same archive with another reading of an issue's file, which stands in the same relations as the one before;
  /// `nil` where the archive would be another.
  ///
  /// What is made of it is made when somebody asks: one page of ten thousand needs little.
  public func replacing(_ new: Issue) -> Archive? {
    guard let place = series.firstIndex(where: { $0.language == new.language }),
      let index = series[place].issues.firstIndex(where: { $0.issue.path == new.path }),
      series[place].issues[index].issue.relates(like: new)
    else { return nil }
    var changed = series
    var issues = Array(series[place].issues)
    issues[index] = PlacedIssue(PlacedIssue.Draft(of: issues[index], issue: new))
    changed[place].issues = LazyList(issues)
    return Archive(
      series: changed.map { series in
        var series = series
        series.issues = series.issues.deferred
        series.people = series.people.deferred
        series.topics = series.topics.deferred
        return series
      })
  }
}

extension Issue {
  /// Whether another reading of the file gives the issue the same place among others: its address, its neighbours, its
  /// people and topics, and the files that go with it.
  fileprivate func relates(like other: Issue) -> Bool {
    path == other.path && language == other.language && number == other.number && cumulative == other.cumulative
      && date == other.date && year == other.year && editors == other.editors && tags == other.tags
      && formerAddresses == other.formerAddresses
      && translationKey == other.translationKey && release == other.release && location == other.location
      && articles.elementsEqual(other.articles) { $0.relates(like: $1) }
  }
}

extension Article {
  fileprivate func relates(like other: Article) -> Bool {
    id == other.id && authors == other.authors && text.sections == other.text.sections
      && text.anchors == other.text.anchors && text.leads(like: other.text)
  }
}
