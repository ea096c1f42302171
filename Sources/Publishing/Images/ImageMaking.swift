import Coding
import Site
import System
import Text

/// Makes smaller copies of pictures, or takes them from where they were kept.
struct ImageMaking: Sendable {
  private let site: String
  private let scaler: ImageScaler
  private let cache: ImageCache?
  private let folder: ScalingFolder

  /// - Parameter cache: Where copies are kept; `nil` for whoever wants them made.
  init(site: String, _ scaler: ImageScaler, _ cache: ImageCache?) throws(EnvironmentError) {
    self.site = site
    self.scaler = scaler
    self.cache = cache
    folder = try ScalingFolder(in: site)
  }

  /// The bytes of a copy, and whether they are those of the picture, since that can't be read.
  func copy(of image: ResizedImage) throws(EnvironmentError) -> (bytes: Bytes, isDamaged: Bool) {
    let outcome = try outcome(image)
    if case .smaller(let bytes) = outcome { return (bytes, false) }
    return (try original(of: image), outcome == .damaged)
  }

  private func outcome(_ image: ResizedImage) throws(EnvironmentError) -> ImageCache.Outcome {
    let key = ImageCache.Key(image: image, scaler: scaler.identity)
    if let known = cache?.outcome(for: key) { return known }
    let size = try original(of: image).count
    let link = try folder.link(to: site + "/" + image.source, ending: image.format.ending)
    let target = link + image.format.ending
    var outcome = ImageCache.Outcome.damaged
    if try scaler.scale(link, to: image.width, as: image.format, at: target) {
      let bytes = try FileAccess.read(target)
      outcome = bytes.isEmpty || bytes.count >= size ? .original : .smaller(bytes)
    }
    cache?.keep(outcome, for: key)
    return outcome
  }

  private func original(of image: ResizedImage) throws(EnvironmentError) -> Bytes {
    let bytes = try FileAccess.read(site + "/" + image.source)
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
