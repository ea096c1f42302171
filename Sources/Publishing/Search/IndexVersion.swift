import Coding
import Site
import Text

/// What all files of an index are together. Browsers ask for the files by addresses that have it, and fetch it anew before
/// they do: so what a browser kept of an older index is never taken for a part of this one.
struct IndexVersion: Equatable, Sendable {
  /// The name of its part of the index.
  static let part = SearchedSeries.partOfVersion

  private var sum: UInt64 = 0

  /// That of no files.
  init() {}

  /// A version that a file holds; `nil` for other bytes.
  init?(payload: Bytes) {
    guard payload.count == 16, let sum = UInt64(payload.string, radix: 16) else { return nil }
    self.sum = sum
  }

  /// What the file holds: sixteen hexadecimal digits.
  var payload: Bytes {
    let digits = String(sum, radix: 16)
    return Bytes((String(repeating: "0", count: 16 - digits.utf8.count) + digits).utf8)
  }

  /// Adds a file, or takes one away that was added, in any order: a change needs to know no other files.
  ///
  /// - Parameters:
  ///   - path: The path of the file.
  ///   - digest: That of what the file holds.
  mutating func toggle(_ path: String, _ digest: Fingerprint) {
    sum ^= Fingerprint(of: Bytes(path.utf8) + digest.bytes).words.low
  }
}
