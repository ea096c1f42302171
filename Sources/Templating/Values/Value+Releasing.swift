extension Value {
  /// Releases values without nested calls, however deep they hold each other; the caller must have given up its own hold
  /// on them.
  static func release(_ values: consuming [Value]) {
    guard values.contains(where: \.holdsOthers) else { return }
    ReleaseQueue.release(consume values)
  }

  /// The same for values in memory, which is deallocated; nobody may refer to it any more.
  @unsafe
  static func release(_ memory: UnsafeMutableBufferPointer<Value>) {
    if unsafe memory.contains(where: \.holdsOthers) { return unsafe ReleaseQueue.release(memory) }
    unsafe memory.deinitialize()
    unsafe memory.deallocate()
  }

  /// Whether the end of the value may be the end of others.
  private var holdsOthers: Bool {
    switch self {
    case .list, .map, .tuple, .record, .callable, .namespace: true
    default: false
    }
  }
}
