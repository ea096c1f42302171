import Synchronization

/// Something that goes from one to another, who is then the only one to hold it, and can let go of it. A class, because
/// both refer to it.
final class Handover<Thing: Sendable>: Sendable {
  private let thing: Mutex<Thing?>

  init(_ thing: Thing) { self.thing = Mutex(thing) }

  func take() -> Thing? {
    thing.withLock { held in
      defer { held = nil }
      return held
    }
  }
}
