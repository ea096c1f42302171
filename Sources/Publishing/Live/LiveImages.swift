import Site
import System
import Templating
import Text

/// The pictures that a preview shows and other programs make: made when a browser asks for them, and kept for builds.
struct LiveImages: Sendable {
  private let site: String
  /// `nil` where the program is not there that makes them.
  private let making: Lazy<ImageMaking?>
  private let painter: Lazy<CardPainter?>

  init(site: String) {
    self.site = site
    making = Lazy { try? ImageMaking(site: site, ImageScaler.installed(), ImageCache(site: site)) }
    painter = Lazy { try? CardPainter.installed() }
  }

  /// The bytes of a smaller copy; `nil` where it can't be made now.
  func copy(of image: ResizedImage) -> Bytes? { try? making.value?.copy(of: image).bytes }

  /// The picture of a card; `nil` where it can't be drawn now.
  func card(_ page: Page, _ templates: Templates) -> Bytes? {
    guard let painter = painter.value,
      let making = try? CardMaking(site: site, templates, painter, isKept: true),
      case .drawn(let picture, _)? = try? making.card(page)
    else { return nil }
    return picture
  }
}
