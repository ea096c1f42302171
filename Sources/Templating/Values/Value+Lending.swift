extension Value {
  /// Calls `use` with the value at an address, for which no reference is counted: to print or compare a text that many pages
  /// share, counting would cost more than the work. Whoever holds the value must hold it until `use` returns.
  ///
  /// The bits are copied, used as a value, and moved back to where no one releases them: for all that counts references, there
  /// was no copy.
  @unsafe @inline(__always)
  static func lend(at address: UnsafePointer<Value>, to use: (Value) -> Void) {
    unsafe withUnsafeTemporaryAllocation(of: Value.self, capacity: 1) { memory in
      guard let bits = memory.baseAddress else { return }
      unsafe UnsafeMutableRawPointer(bits).copyMemory(from: address, byteCount: MemoryLayout<Value>.size)
      let lent = unsafe bits.move()
      use(lent)
      unsafe bits.initialize(to: consume lent)
    }
  }
}
