import Synchronization

/// How far a build is. A class, because all threads count on it.
public final class Progress: Sendable {
  /// What a build is doing.
  public enum Stage: String, Sendable {
    /// Sources are read.
    case reading
    /// Pages are rendered and staged.
    case rendering
    /// Files get their final names.
    case publishing
    /// The published site is compared with one that is made anew.
    case verifying
    /// Smaller copies of pictures are made.
    case scaling
    /// Cards are drawn.
    case drawing
    /// Issues are printed.
    case printing
    /// Other sites are asked.
    case asking
  }

  private let total = Atomic<Int>(0)
  private let done = Atomic<Int>(0)
  private let stage = Mutex(Stage.reading)
  private let show: @Sendable (Stage, _ done: Int, _ total: Int) -> Void
  private let slowFiles: SlowFiles?

  /// Calls `show` when a stage begins, and now and then while it lasts, from any thread.
  ///
  /// - Parameters:
  ///   - patience: How long a file may be read before it is named.
  ///   - nameSlow: Is called with the path of a file that takes longer, while it does, from any thread.
  public init(
    patience: Duration = .seconds(5), nameSlow: (@Sendable (String) -> Void)? = nil,
    show: @escaping @Sendable (Stage, _ done: Int, _ total: Int) -> Void = { _, _, _ in }
  ) {
    self.show = show
    slowFiles = nameSlow.map { SlowFiles(after: patience, name: $0) }
  }

  /// Reads a file, which is named if that takes long.
  func reading<Result>(_ path: String, _ body: () -> Result) -> Result {
    if let slowFiles { slowFiles.during(path, body) } else { body() }
  }

  func begin(_ stage: Stage, _ total: Int) {
    self.stage.withLock { $0 = stage }
    self.total.store(total, ordering: .relaxed)
    done.store(0, ordering: .relaxed)
    show(stage, 0, total)
  }

  func step() {
    let count = done.wrappingAdd(1, ordering: .relaxed).newValue
    let stage = stage.withLock { $0 }
    // Printers, pictures and the web are slow enough to be shown one by one.
    if count % 64 == 0 || [.asking, .printing, .scaling, .drawing].contains(stage) {
      show(stage, count, total.load(ordering: .relaxed))
    }
  }
}
