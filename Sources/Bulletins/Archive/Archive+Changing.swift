extension Archive {
  /// The same archive with another reading of an issue's file, which stands in the same relations as the one before;
  /// `nil` where the archive would be another.
  ///
  /// What is made of it is made when somebody asks: one page of ten thousand needs little.
  public func replacing(_ new: Bulletin) -> Archive? {
    guard let place = series.firstIndex(where: { $0.language == new.language }),
      let index = series[place].issues.firstIndex(where: { $0.bulletin.path == new.path }),
      series[place].issues[index].bulletin.relates(like: new)
    else { return nil }
    var changed = series
    var issues = Array(series[place].issues)
    issues[index] = Issue(IssueDraft(of: issues[index], bulletin: new))
    changed[place].issues = Shelf(issues)
    return Archive(
      series: changed.map { series in
        var series = series
        series.issues = series.issues.fetchedWhenAsked
        series.people = series.people.fetchedWhenAsked
        series.topics = series.topics.fetchedWhenAsked
        return series
      })
  }
}

extension Bulletin {
  /// Whether another reading of the file gives the issue the same place among others: its address, its neighbours, its
  /// people and topics, and the files that go with it.
  fileprivate func relates(like other: Bulletin) -> Bool {
    path == other.path && language == other.language && number == other.number && cumulative == other.cumulative
      && date == other.date && editors == other.editors && authors == other.authors && tags == other.tags
      && aliases == other.aliases && translationKey == other.translationKey && release == other.release
      && place == other.place && body.sections == other.body.sections && body.attachments == other.body.attachments
      && body.sourceLinks == other.body.sourceLinks
  }
}
