/// A value with the bytes of its file where it was read. A place to show is made of them only when there is something to
/// say: most issues are right.
struct Located<Value: Sendable>: Sendable {
  var value: Value
  // Narrow, since an issue has thirty fields, and an archive tens of thousands of issues; no source is as long.
  private let start: UInt32
  private let end: UInt32

  var range: Range<Int> { Int(start)..<Int(end) }

  init(_ value: Value, at range: Range<Int>) {
    self.value = value
    start = UInt32(clamping: range.lowerBound)
    end = UInt32(clamping: range.upperBound)
  }
}
