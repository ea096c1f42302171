import Templating

/// The formats in which feeds are written: a template for each, whose name is that of the feed's file, too.
enum FeedFormats {
  /// All formats.
  static let all = ["feed.xml"].map { name in
    PageTemplate<FeedRecord>(name, [.init("feed", .record(of: FeedRecord.self), "The feed.") { $0.record }])
  }

  /// The format of a name.
  static func named(_ name: String) -> PageTemplate<FeedRecord>? { all.first { $0.name == name } }
}
