import Text

/// Where signs stand on one line of a source, as far as somebody asked: of thousands of equal signs on a line, each is asked
/// for.
///
/// A class, because whoever asks only looks at the text that has it. It is used on the thread that made it.
final class KnownPlaces {
  private var line = 0..<0
  private var places: [Bytes: [Int]] = [:]
  /// Different signs of one line that are looked for, more than anybody reads about.
  private static let most = 500

  /// The places of signs on a line, in their order; none, where too many others were looked for on it.
  func places(of signs: Bytes, in line: Range<Int>, _ find: () -> [Int]) -> [Int] {
    if self.line != line {
      self.line = line
      places = [:]
    }
    if let known = places[signs] { return known }
    if places.count >= KnownPlaces.most { return [] }
    let found = find()
    places[signs] = found
    return found
  }
}
