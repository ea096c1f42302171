/// The kinds of pages that a site has.
enum PageKinds {
  /// All of them, in the order in which they are planned: of two sources for one address, the first one has it, and a site
  /// map names what was planned before it.
  static let all: [any PageKind.Type] =
    [
      IssuePages.self, HomePages.self, ArchivePages.self, VolumePages.self, TopicIndexPages.self, TopicPages.self,
      PeopleIndexPages.self, EditorsPages.self, PersonPages.self, SearchPages.self, FeedPages.self, StandingPages.self,
    ] + whatFollows
}
