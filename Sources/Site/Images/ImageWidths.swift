/// Which smaller copies of pictures a site has.
struct ImageWidths: Sendable {
  /// In pixels, the smallest first; none where the site has no copies.
  private let wanted: [Int]
  /// How many pixels a line of text is wide on a screen of one point a pixel.
  private let measure: Int

  /// What the settings say.
  init(_ settings: SiteSettings) {
    wanted = settings.imageWidths
    measure = settings.look.measure
  }

  /// Whether no picture has copies.
  var isEmpty: Bool { wanted.isEmpty }

  /// The widths of a picture's copies. One that the page shows as it is has none, and no copy is nearly as wide as the
  /// picture.
  func widths(of image: ImageFile) -> [Int] {
    guard image.format != nil, image.size.width > measure,
      image.size.width * image.size.height <= ImageWidths.mostPixels
    else { return [] }
    return wanted.filter { $0 * 4 <= image.size.width * 3 }
  }

  /// Whether screens with two points a pixel, as good ones have, need no more than a copy of some width.
  func isEnough(_ width: Int) -> Bool { width >= 2 * measure }

  /// How wide pages show a picture, in the words of `sizes`: as a line of text, or on small screens, all of them.
  var sizes: String { "(min-width: \(measure + ImageWidths.margins)px) \(measure)px, 100vw" }

  /// What pages have at both sides of a line on the smallest screen that has room for it.
  private static let margins = 48

  /// Scaling a picture of more pixels takes minutes.
  private static let mostPixels = 200_000_000
}
