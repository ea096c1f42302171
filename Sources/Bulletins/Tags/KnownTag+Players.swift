extension KnownTag {
  /// Films, posts and snippets that other sites show in a frame: a link leads to them, and nobody is followed there who only
  /// reads.
  static let players: [KnownTag] = [
    player(["youtube", "youtube_lite", "yt", "youtubeplayer"], ["id", "video", "video_id", "v"]) {
      "https://www.youtube.com/watch?v=\($0)"
    },
    player(["vimeo"], ["id", "video", "video_id"]) { "https://vimeo.com/\($0)" },
    player(["gist"], ["id"]) { "https://gist.github.com/\($0)" },
    player(["codepen"], ["id"]) { "https://codepen.io/\($0)" },
    player(["instagram"], ["id"]) { "https://www.instagram.com/p/\($0)/" },
    player(["asciinema"], ["id"]) { "https://asciinema.org/a/\($0)" },
    player(["tweet", "twitter", "x"], ["id"]) { "https://twitter.com/i/status/\($0)" },
  ]

  /// - Parameters:
  ///   - keys: How the argument that names what is shown may be called.
  ///   - address: Where it is found.
  private static func player(
    _ names: Set<String>, _ keys: [String], _ address: @escaping @Sendable (String) -> String
  ) -> KnownTag {
    KnownTag(names) { tag in
      if tag.isClosing { return nil }
      let named = tag.arguments.first { argument in argument.name.map { keys.contains($0) } ?? false }?.value
      // `gist` and posts have whose they are first.
      let places = tag.arguments.filter { $0.name == nil }.map(\.value)
      let owner = tag["user"].map { [$0] } ?? []
      let id = owner + (named.map { [$0] } ?? (tag.name == "gist" ? Array(places.prefix(2)) : Array(places.prefix(1))))
      let name = id.joined(separator: "/")
      if name.hasPrefix("https://") { return .link(name, tag["title"] ?? name) }
      guard !name.isEmpty, name.utf8.allSatisfy({ $0.isOfID }) else { return nil }
      let whole = address(name)
      return .link(whole, tag["title"] ?? String(whole.dropFirst("https://".count)))
    }
  }
}

extension UInt8 {
  /// Whether it may stand in the name that a site gives a film, of whoever made it too.
  fileprivate var isOfID: Bool { isASCIILetter || isASCIIDigit || "_-/.".utf8.contains(self) }
}
