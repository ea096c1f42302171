import Coding
import Diagnostics
import Languages
import Site
import System
import Templating

/// The theme, compiled or to be compiled: the only thing to read that is one piece, so that it is done beside others.
struct ThemeFiles: Sendable {
  let sources: [SourceFile]
  let assets: [String: Fingerprint]
  let settings: SiteSettings
  let languages: KnownLanguages

  /// Compiles the templates.
  func compiled() -> (Theme, [Diagnostic]) {
    let limits = Limits(deadline: Deadline { ThreadClock.seconds })
    return Theme.compile(sources, assets: assets, settings: settings, languages: languages, limits: limits)
  }
}
