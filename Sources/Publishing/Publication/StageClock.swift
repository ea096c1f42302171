/// How long the stages of a build took.
struct StageClock {
  private let clock = ContinuousClock()
  private var last: ContinuousClock.Instant
  /// The stages in order.
  private(set) var stages: [(name: String, took: Duration)] = []

  init() { last = clock.now }

  /// Ends a stage, which began where the one before ended.
  mutating func end(_ name: String) {
    let now = clock.now
    stages.append((name, last.duration(to: now)))
    last = now
  }
}
