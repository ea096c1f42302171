/// Addresses of files as Pelican has them: `{static}/images/crane.png`, `{filename}../tides.md`, `|filename|tides.md`.
enum PelicanAddress {
  /// The path of the file, relative to the source, or to the folder of issues where it begins with a slash; `nil` for
  /// other addresses.
  static func path(of address: String) -> Substring? {
    guard let first = address.utf8.first, first == UInt8(ascii: "{") || first == UInt8(ascii: "|") else { return nil }
    for word in ["filename", "static", "attach"] {
      for (open, close) in [("{", "}"), ("|", "|")] {
        let mark = open + word + close
        if address.utf8.starts(with: mark.utf8) { return address.dropFirst(mark.count) }
      }
    }
    return nil
  }
}
