extension Value {
  /// Releases values without nested calls, however deep they hold each other; the caller must have given up its own hold
  /// on them.
  static func release(_ values: consuming [Value]) {
    guard values.contains(where: \.holdsOthers) else { return }
    ReleaseQueue.release(consume values)
  }

  /// Whether the end of the value may be the end of others.
  private var holdsOthers: Bool {
    switch self {
    case .list, .map, .tuple, .record, .callable, .namespace: true
    default: false
    }
  }
}
