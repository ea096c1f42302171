import Site
import System
import Text

/// Makes the pictures of a site anew, whatever was kept, for comparing: smaller copies and cards.
struct PictureMaking: Sendable {
  private let images: ImageMaking?
  private let cards: CardMaking?

  /// Where a program is not there that makes them, there was no build that could be compared.
  init(of plan: SitePlan, _ materials: SiteInput, site: String) {
    images = plan.resized.isEmpty ? nil : try? ImageMaking(site: site, .installed(), nil)
    cards = plan.cards.isEmpty ? nil : try? CardMaking(site: site, materials.templates, .installed(), isKept: false)
  }

  /// A smaller copy; `nil` where it can't be made.
  func copy(of image: ResizedImage) -> Bytes? { try? images?.copy(of: image).bytes }

  /// The picture of a card; `nil` where it can't be drawn.
  func card(_ page: Page) -> Bytes? {
    if case .drawn(let picture, _)? = try? cards?.card(page) { picture } else { nil }
  }
}
