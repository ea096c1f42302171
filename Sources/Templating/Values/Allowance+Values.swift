extension Allowance {
  /// Takes room for a list of values that are there already.
  @inline(__always)
  public func take(values count: Int) throws(Failure) { try take(bytes: MemoryLayout<Value>.stride, times: count) }
}
