/// The files that are copied, whole or smaller.
struct PlannedCopies: Sendable {
  /// Files that are published as they are.
  var whole: [CopiedFile] = []
  /// Smaller copies of pictures.
  var resized: [ResizedImage] = []
  /// The addresses of the site by which texts name files that lie among them, and whether one shows the file.
  private(set) var addressed: [String: Bool] = [:]

  /// Notes that a text names a file by an address.
  mutating func note(_ address: String, isShown: Bool) {
    addressed[address] = isShown || addressed[address] ?? false
  }
}
