import Publishing
import System
import Text

/// Follows the files of a site on a thread of its own, so that whoever waits for Ctrl-C waits for no text. A class, because
/// that thread shares it with the one that began it.
final class PreviewWatcher: Sendable {
  private let place: String
  private let terminal: Terminal
  private let isToEnd = Flag()
  private let ended = Flag()

  /// Whether the thread has come to its end.
  var hasEnded: Bool { ended.isRaised }

  /// - Parameters:
  ///   - place: The folder of the site.
  ///   - terminal: Where mistakes are said, too.
  init(site place: String, tellingOn terminal: Terminal) {
    self.place = place
    self.terminal = terminal
  }

  /// Tells a hub of changes until `end` is called.
  func follow(_ watch: FolderWatch, for hub: PreviewHub, _ site: LiveSite) {
    var teller = MistakeTeller(on: terminal)
    teller.tell(site.diagnostics)
    var ticks = 0
    while !isToEnd.isRaised {
      switch watch.wait(timeout: 500) {
      case .files(let files):
        hub.take(Set(files.map { relative($0) }))
        teller.tell(site.diagnostics)
      case .unknown:
        if watch.problem == nil || site.hasChanged() {
          hub.take(nil)
          teller.tell(site.diagnostics)
        }
      case .nothing: site.planLists()
      }
      ticks += 1
      if ticks % 20 == 0 { hub.keepAlive() }
    }
    ended.raise()
  }

  /// Lets the thread come to its end.
  func end() { isToEnd.raise() }

  private func relative(_ path: String) -> String {
    path.hasPrefix(place + "/") ? String(path.dropFirst(place.count + 1)) : path
  }
}
