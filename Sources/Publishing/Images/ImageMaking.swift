import Coding
import Site
import System
import Text

/// Makes smaller copies of pictures, or takes them from where they were kept.
struct ImageMaking: Sendable {
  private let site: String
  private let scaler: ImageScaler
  private let cache: ImageCache?
  private let folder: WorkFolder

  /// - Parameter cache: Where copies are kept; `nil` for whoever wants them made.
  init(site: String, _ scaler: ImageScaler, _ cache: ImageCache?) throws(EnvironmentError) {
    self.site = site
    self.scaler = scaler
    self.cache = cache
    folder = try WorkFolder(for: .scaling, in: site)
  }

  /// The bytes of a copy, and whether they are those of the picture, since that can't be read.
  func copy(of image: ResizedImage) throws(EnvironmentError) -> (bytes: Bytes, isDamaged: Bool) {
    let key = ImageCache.Key(image: image, scaler: scaler.identity)
    switch cache?.outcome(for: key) {
    case .smaller(let bytes): return (bytes, false)
    case .original: return (try original(of: image), false)
    case nil: break
    }
    // What is scaled is what was looked at: the file may be another one in a moment.
    let original = try original(of: image)
    guard let copy = try scaler.copy(of: image, original, in: folder) else { return (original, true) }
    if copy.isEmpty || copy.count >= original.count {
      cache?.keep(.original, for: key)
      return (original, false)
    }
    cache?.keep(.smaller(copy), for: key)
    return (copy, false)
  }

  private func original(of image: ResizedImage) throws(EnvironmentError) -> Bytes {
    let bytes = try SiteSources(of: site).read(image.source)
    guard Fingerprint(of: bytes) == image.digest else { throw image.changed }
    return bytes
  }
}

extension ResizedImage {
  /// The picture is another one than its page was planned with.
  var changed: EnvironmentError {
    EnvironmentError("the picture can't be scaled", source, because: "it changed meanwhile; build again")
  }
}
