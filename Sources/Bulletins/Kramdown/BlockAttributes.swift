/// A list of attributes that stands on a line of its own, or behind a heading.
struct BlockAttributes: Equatable, Sendable {
  let list: AttributeList
  /// The line of the block that is meant, counted from 1: its last one, or its first where the list stands above it.
  let line: Int
  /// The line on which the list stands.
  let ownLine: Int
  let target: Target

  /// What a list of attributes is meant for.
  enum Target {
    /// The outermost block of its line.
    case block
    /// What is in a list or a quotation, since the list of attributes is moved in.
    case nestedBlock
    /// The heading behind whose words it stands, wherever that is.
    case heading
  }
}

extension [BlockAttributes] {
  /// The list of the heading on these lines.
  func ofHeading(_ lines: ClosedRange<Int>) -> AttributeList? {
    isEmpty ? nil : first { lines.contains($0.line) }?.list
  }
}
