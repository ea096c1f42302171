import Bulletins

/// Where texts that are held back would be found, were they out: links to there lead nowhere yet.
public struct HeldPages: Sendable {
  /// The texts' files, by the files of their pages below the site's root.
  private var sources: [String: String] = [:]

  /// No pages.
  public init() {}

  /// Whether nothing is held back.
  var isEmpty: Bool { sources.isEmpty }

  /// Notes where a text would be found.
  ///
  /// - Parameters:
  ///   - source: The text's file.
  ///   - page: Its page below the root of its language, with a slash at its end.
  ///   - former: The paths below the site's root at which it was found before.
  public mutating func add(
    _ source: String, page: String, former: [String], language: String, settings: SiteSettings
  ) {
    // Some write the path of the file as if it were an address.
    let file = source.hasPrefix("Content/") ? [String(source.dropFirst("Content/".count))] : []
    for path in [Addresses(language: language, settings: settings).prefix + page] + former + file {
      if let file = HeldPages.file(at: path) { sources[file] = sources[file] ?? source }
    }
  }

  /// The file of the text that would be found at a path below the site's root, without percent signs.
  func source(at path: String) -> String? { sources.isEmpty ? nil : HeldPages.file(at: path).flatMap { sources[$0] } }

  private static func file(at path: String) -> String? {
    FormerAddress(path: path)?.page.flatMap { PagePath($0)?.file }
  }
}
