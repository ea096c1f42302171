/// A list of attributes that stands on a line of its own, or behind a heading.
struct BlockAttributes: Equatable, Sendable {
  let list: AttributeList
  /// The line of the block that is meant, counted from 1: its last one, or its first where the list stands above it.
  let line: Int
  /// The line on which the list stands.
  let ownLine: Int
  /// Whether the list is moved in, and so meant for what is in a list or a quotation.
  let isNested: Bool
}

extension [BlockAttributes] {
  /// The list of the heading on these lines.
  func ofHeading(_ lines: ClosedRange<Int>) -> AttributeList? {
    isEmpty ? nil : first { lines.contains($0.line) }?.list
  }
}
