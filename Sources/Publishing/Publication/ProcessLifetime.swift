/// What a process holds until it ends: letting go of ten thousand issues piece by piece takes longer than building one
/// page, and the system takes all memory back at once.
enum ProcessLifetime {
  /// Keeps a value from being freed.
  static func extend(_ value: Any) { _ = unsafe Unmanaged.passRetained(Box(value)) }

  private final class Box {
    private let value: Any

    init(_ value: Any) { self.value = value }
  }
}
