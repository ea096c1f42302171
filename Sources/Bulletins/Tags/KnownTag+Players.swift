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

  /// Films and sounds in files of the site's own, which its pages play.
  static let recordings = [
    KnownTag(["video", "html5video", "video_tag", "movie"]) { recording("video", $0) },
    KnownTag(["audio", "html5audio", "audio_tag", "sound"]) { recording("audio", $0) },
  ]

  private static func recording(_ element: String, _ tag: EngineTag) -> TagMeaning? {
    let words = tag.arguments.filter { $0.name == nil }.map(\.value)
    let isFilm = element == "video"
    let endings =
      isFilm
      ? [".mp4", ".webm", ".ogv", ".m4v", ".mov"] : [".mp3", ".ogg", ".oga", ".m4a", ".wav", ".opus", ".flac"]
    func isFile(_ word: String) -> Bool { endings.contains { word.lowercased().hasSuffix($0) } }
    guard !tag.isClosing,
      let source = tag["src", "url", "file", "path", "mp4"] ?? words.first(where: isFile),
      isFile(source), !source.contains("{")
    else { return nil }
    let sizes = words.filter { $0.utf8.allSatisfy(\.isASCIIDigit) && !$0.isEmpty }
    let poster = tag["poster"] ?? words.first { EngineTag.isPicture($0) }
    return .markup([
      TagMeaning.tag(
        element,
        [
          "controls": "", "src": source, "poster": isFilm ? poster : nil, "width": isFilm ? sizes.first : nil,
          "height": isFilm ? sizes.dropFirst().first : nil,
        ]), .tag("</\(element)>"),
    ])
  }

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
