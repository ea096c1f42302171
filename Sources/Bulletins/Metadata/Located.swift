/// A value with the bytes of its file where it was read. A place to show is made of them only when there is something to
/// say: most issues are right.
struct Located<Value: Sendable>: Sendable {
  var value: Value
  let range: Range<Int>

  init(_ value: Value, at range: Range<Int>) {
    self.value = value
    self.range = range
  }
}
