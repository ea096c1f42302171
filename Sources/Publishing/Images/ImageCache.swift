import Coding
import Site
import Text

/// The smaller copies of pictures that builds and previews made, in the store's folder: each is made once for a picture, a
/// width and a version of the program that makes it.
struct ImageCache: Sendable {
  /// What came of making a copy.
  enum Outcome: Sendable, Equatable {
    /// A file with fewer bytes.
    case smaller(Bytes)
    /// The copy would have had no fewer bytes than the picture.
    case original
  }

  private let folder: KeptFolder

  init(site: String) { folder = .images(of: site) }

  /// What came of making a copy before; `nil` where that is not known. That a picture can't be read is not kept: it may have
  /// been the machine that could not.
  func outcome(for key: Key) -> Outcome? {
    guard let known = folder.read(key.name) else { return nil }
    switch known.first {
    case 0: return .smaller(Bytes(known.dropFirst()))
    case 1: return .original
    default: return nil
    }
  }

  /// Keeps what came of making a copy.
  func keep(_ outcome: Outcome, for key: Key) {
    let known: Bytes =
      switch outcome {
      case .smaller(let copy): [0] + copy
      case .original: [1]
      }
    folder.write(known, as: key.name)
  }

  /// Removes what no build can use any more: copies of pictures that are gone or others now, of other widths, or of another
  /// version of the program.
  func prune(keeping digests: Set<Fingerprint>, _ widths: [Int], _ scaler: Fingerprint) {
    let names = Set(digests.map(\.description))
    let endings = Set(widths.map { Key.ending(width: $0, scaler) })
    folder.prune { name in
      let digest = name.prefix { $0 != "-" }
      return name == KeptFolder.imageList
        || names.contains(String(digest)) && endings.contains(String(name.dropFirst(digest.count)))
    }
  }

  /// What a copy is made of.
  struct Key: Sendable {
    let image: ResizedImage
    let scaler: Fingerprint

    fileprivate var name: String { image.digest.description + Key.ending(width: image.width, scaler) }

    fileprivate static func ending(width: Int, _ scaler: Fingerprint) -> String {
      "-\(width)-\(scaler.description.prefix(12))"
    }
  }
}
