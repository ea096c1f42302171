import Glibc

/// Letting go of values inside values level by level: a chain of a million lists must not end in a million nested calls.
enum Release {
  /// Lets go of values that nobody else holds any more; who calls must have given up its own hold on them.
  static func later(_ values: consuming [Value]) {
    guard values.contains(where: \.holdsOthers) else { return }
    Waiting.ofThisThread.add(values)
  }

  private final class Waiting {
    private var values: [[Value]] = []
    private var isDraining = false

    func add(_ more: consuming [Value]) {
      values.append(more)
      // What is let go of below puts its own elements into `values`, where this loop finds them.
      guard !isDraining else { return }
      isDraining = true
      while values.popLast() != nil {}
      isDraining = false
    }

    static var ofThisThread: Waiting {
      if let known = pthread_getspecific(key) { return Unmanaged<Waiting>.fromOpaque(known).takeUnretainedValue() }
      let new = Waiting()
      pthread_setspecific(key, Unmanaged.passRetained(new).toOpaque())
      return new
    }

    private static let key: pthread_key_t = {
      var key = pthread_key_t()
      pthread_key_create(&key) { known in known.map { Unmanaged<Waiting>.fromOpaque($0).release() } }
      return key
    }()
  }
}

extension Value {
  /// Whether letting go of the value may let go of others.
  fileprivate var holdsOthers: Bool {
    switch self {
    case .list, .map, .tuple, .record, .callable, .namespace: true
    default: false
    }
  }
}
