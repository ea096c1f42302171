import Bulletins
import Synchronization

/// The headings that links from other texts mean which name their places as another engine does. A class, because all pages
/// share it.
final class OldNamedPlaces: Sendable {
  /// Gives what a page has that links can lead to.
  typealias Places = @Sendable () -> TextOutline

  private struct Known {
    /// The pages by their addresses, once somebody asks.
    var pages: [String: Places]?
    /// What is known of those that lack a place.
    var places: [String: OldPlaces] = [:]
  }

  private let known = Mutex(Known())
  private let make: @Sendable () -> [String: Places]

  /// - Parameter pages: Gives the pages by their addresses; called when a text links to a place in another, which few do.
  init(_ pages: @escaping @Sendable () -> [String: Places]) { make = pages }

  /// The id of the heading; `nil` where the page has a place of this name, where no heading is meant for sure, and where no
  /// text has that page.
  func id(meantBy fragment: String, at url: String) -> String? {
    known.withLock { known in
      let pages = known.pages ?? make()
      known.pages = pages
      guard let outline = pages[url]?(), !outline.hasAnchor(fragment) else { return nil }
      let places = known.places[url] ?? OldPlaces(outline.sections)
      known.places[url] = places
      return places.id(meantBy: fragment)
    }
  }
}
