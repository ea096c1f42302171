import Site
import Text

/// The smaller copies of pictures that a preview shows: made when a browser asks for them, and kept for builds.
struct LiveImages: Sendable {
  /// `nil` where the program is not there that makes them.
  private let making: Lazy<ImageMaking?>

  init(site: String) {
    making = Lazy { try? ImageMaking(site: site, ImageScaler.installed(), ImageCache(site: site)) }
  }

  /// The bytes of a copy; `nil` where it can't be made now.
  func copy(of image: ResizedImage) -> Bytes? { try? making.value?.copy(of: image).bytes }
}
