/// What only somebody who looks at one file asks for: it is not kept.
public struct Inspection: Sendable, Equatable {
  /// What there is of each kind.
  public internal(set) var counts = BlockCounts()
  /// Run-in headings that open list items.
  public internal(set) var listRunIns: [String] = []
  /// What the reader found remarkable.
  public internal(set) var observations: [Observation] = []
}
