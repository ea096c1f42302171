import Synchronization

/// Says from one thread to others that something has happened. A class, because they share it.
public final class Flag: Sendable {
  private let isUp = Atomic<Bool>(false)

  /// Not yet.
  public init() {}

  /// Whether it has happened.
  public var isRaised: Bool { isUp.load(ordering: .acquiring) }

  /// It has.
  public func raise() { isUp.store(true, ordering: .releasing) }
}
