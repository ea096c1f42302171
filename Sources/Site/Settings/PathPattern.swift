import Text

/// Which files and folders are meant: by their name wherever they lie (`*.bak`, `node_modules`), or by their path below
/// Content (`bulletins/*/notes`, `bulletins/**/old`). A folder stands for all that is in it.
public struct PathPattern: Sendable, Equatable {
  private let parts: [Bytes]
  /// Whether the pattern is a name, which may stand anywhere.
  private let isName: Bool

  /// Reads a pattern; `nil` for one without a name.
  init?(_ text: String) {
    let path = text.utf8.starts(with: "Content/".utf8) ? text.utf8.dropFirst("Content".utf8.count) : text.utf8[...]
    parts = path.split(separator: UInt8(ascii: "/")).map { Bytes($0) }
    if parts.isEmpty { return nil }
    isName = parts.count == 1 && path.first != UInt8(ascii: "/")
  }

  /// Whether a file or a folder is meant, by its path relative to the site; those above it are asked for themselves.
  public func matches(_ path: String) -> Bool {
    let names = path.utf8.split(separator: UInt8(ascii: "/")).dropFirst().map { Bytes($0) }
    guard isName else { return PathPattern.match(parts[...], names[...]) }
    return names.last.map { PathPattern.match(name: $0[...], parts[0][...]) } ?? false
  }

  private static func match(_ parts: ArraySlice<Bytes>, _ names: ArraySlice<Bytes>) -> Bool {
    guard let part = parts.first else { return names.isEmpty }
    if part == Bytes("**".utf8) {
      // At the end, it means what lies in a folder; before, any folders or none.
      if parts.count == 1 { return !names.isEmpty }
      return (names.startIndex...names.endIndex).contains { match(parts.dropFirst(), names[$0...]) }
    }
    guard let name = names.first, match(name: name[...], part[...]) else { return false }
    return match(parts.dropFirst(), names.dropFirst())
  }

  /// Whether a name is like a pattern in which `*` stands for any bytes.
  private static func match(name: ArraySlice<UInt8>, _ pattern: ArraySlice<UInt8>) -> Bool {
    let pieces = pattern.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
    guard let first = pieces.first, let last = pieces.last, pieces.count > 1 else { return name == pattern }
    guard name.count >= first.count + last.count, name.starts(with: first), name.suffix(last.count) == last else {
      return false
    }
    // Between the two, each piece is taken where it comes first.
    var rest = name.dropFirst(first.count).dropLast(last.count)
    for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
      let inner = Array(rest)
      guard let start = inner.firstOffset(of: Bytes(piece)) else { return false }
      rest = inner[(start + piece.count)...]
    }
    return true
  }
}
