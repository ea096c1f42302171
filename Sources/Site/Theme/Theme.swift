import Coding
import Templating
import Text

/// The templates, words and assets that make a site look as it does.
public struct Theme: Sendable {
  /// The compiled templates.
  public let templates: Templates
  /// The digest of the assets.
  public let assets: Fingerprint
  /// The program's own assets that its templates name and the site does not have, by their paths below `assets/`.
  let borrowedAssets: [(path: String, bytes: Bytes)]
  let strings: ThemeStrings
  /// The places that its templates have on every page.
  let ids: Set<String>
  /// Whether a template of the site's own makes names of places from what it shows: nobody knows them before.
  let hasOwnPlaces: Bool

  /// The folder's name, with which the paths of its files begin.
  public static let folder = "Templates/"
}
