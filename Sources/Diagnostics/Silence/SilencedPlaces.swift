import Coding
import Text

/// The places of a file for which its author says that a kind of finding is none there, in a comment: `<!-- check: off
/// repeated-word -->`.
///
/// A comment holds for the paragraph that it stands in or before. At the end of a file it holds for all of it.
public struct SilencedPlaces: Sendable, Equatable {
  private struct Place: Sendable, Equatable {
    let kinds: [String]
    let lines: ClosedRange<Int>
  }

  private var places: [Place] = []

  /// None.
  public init() {}

  /// Those of a file.
  public init(in source: SourceFile) {
    var at = 0
    while let start = source.bytes.firstOffset(of: SilencedPlaces.start, from: at) {
      at = start + SilencedPlaces.start.count
      let line = source.location(start..<start).line
      guard let end = source.bytes.firstOffset(of: SilencedPlaces.end, from: at),
        end < source.range(ofLine: line).upperBound
      else { continue }
      let words = Array(source.bytes[at..<end]).string.split { $0 == " " || $0 == "," }.map(String.init)
      guard words.first == "off" else { continue }
      places.append(Place(kinds: Array(words.dropFirst()), lines: SilencedPlaces.lines(around: line, in: source)))
    }
  }

  /// Whether there are none, as in most files.
  public var isEmpty: Bool { places.isEmpty }

  /// The names of kinds that are switched off, each with the first line for which that holds; `nil` for a comment without
  /// any.
  public var names: [(name: String?, line: Int)] {
    places.flatMap { place -> [(name: String?, line: Int)] in
      let line = place.lines.lowerBound
      return place.kinds.isEmpty ? [(nil, line)] : place.kinds.map { ($0, line) }
    }
  }

  /// Whether a finding in the file is none for its author. What keeps a site from being published always is one.
  public func silence(_ finding: Diagnostic) -> Bool {
    guard finding.severity < .error else { return false }
    let line = finding.location?.line ?? 1
    return places.contains { $0.lines.contains(line) && $0.kinds.contains(finding.kind.name) }
  }

  private static let start = Bytes("<!-- check:".utf8)
  private static let end = Bytes("-->".utf8)

  /// The paragraph around a line, or the one behind it where nothing else stands beside the comment.
  private static func lines(around line: Int, in source: SourceFile) -> ClosedRange<Int> {
    let last = source.location(source.bytes.count..<source.bytes.count).line
    func isBlank(_ line: Int) -> Bool { source.bytes[source.range(ofLine: line)].allSatisfy(\.isASCIISpace) }
    var (first, end) = (line, line)
    while first > 1, !isBlank(first - 1) { first -= 1 }
    while end < last, !isBlank(end + 1) { end += 1 }
    let isAlone = (first...end).allSatisfy { isComment($0, in: source) }
    guard isAlone else { return first...end }
    end += 1
    while end <= last, isBlank(end) { end += 1 }
    if end > last { return 1...last }
    while end < last, !isBlank(end + 1) { end += 1 }
    return first...end
  }

  private static func isComment(_ line: Int, in source: SourceFile) -> Bool {
    let text = source.bytes[source.range(ofLine: line)].drop(while: \.isASCIISpace)
    return text.starts(with: start) && Array(text).string.trimmed.utf8.suffix(end.count).elementsEqual(end)
  }

  /// Writes the places for the program's own use.
  public func write(to writer: inout BinaryWriter) {
    writer.put(places) { place, writer in
      writer.put(place.kinds)
      writer.put(place.lines.lowerBound)
      writer.put(place.lines.count)
    }
  }

  /// Reads what was written.
  public init(from reader: inout BinaryReader) {
    places = reader.list { reader in
      let kinds = reader.texts()
      let (first, count) = (reader.int(in: 1...Int(UInt32.max)), reader.int(in: 1...Int(UInt32.max)))
      return Place(kinds: kinds, lines: first...first + count - 1)
    }
  }
}
