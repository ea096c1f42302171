import Coding
import Site
import System
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
    /// The picture can't be read.
    case damaged
  }

  private let folder: String

  init(site: String) { folder = site + "/.bulletin/images" }

  /// What came of making a copy before; `nil` where that is not known.
  func outcome(for key: Key) -> Outcome? {
    guard let known = KeptFile.read(path(of: key)) else { return nil }
    switch known.first {
    case 0: return .smaller(Bytes(known.dropFirst()))
    case 1: return .original
    case 2: return .damaged
    default: return nil
    }
  }

  /// Keeps what came of making a copy.
  func keep(_ outcome: Outcome, for key: Key) {
    let known: Bytes =
      switch outcome {
      case .smaller(let copy): [0] + copy
      case .original: [1]
      case .damaged: [2]
      }
    KeptFile.write(known, to: path(of: key), aside: ScalingFolder.nextNumber)
  }

  /// Removes what no build can use any more: copies of pictures that are gone or others now, of other widths, or of another
  /// version of the program.
  func prune(keeping digests: Set<Fingerprint>, _ widths: [Int], _ scaler: Fingerprint) {
    let names = Set(digests.map(\.description))
    let endings = Set(widths.map { Key.ending(width: $0, scaler) })
    for entry in (try? FileAccess.names(in: folder)) ?? [] where entry.kind == .file && entry.name.contains("-") {
      let digest = entry.name.prefix { $0 != "-" }
      if names.contains(String(digest)), endings.contains(String(entry.name.dropFirst(digest.count))) { continue }
      try? FileAccess.removeIfThere(folder + "/" + entry.name)
    }
  }

  private func path(of key: Key) -> String { folder + "/" + key.name }

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
