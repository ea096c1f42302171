extension Value {
  /// No text and no list is as long as this: where a whole number counts or points, one beyond it says the same.
  static let reach = 1 << 31

  /// The whole number that the value is, as a place or a length: within reach, so that adding, turning around or
  /// multiplying two of them can't overflow. All numbers by which templates measure come in here.
  var extent: Int? {
    switch self {
    case .int(let value): min(max(value, -Value.reach), Value.reach)
    case .bool(let value): value ? 1 : 0
    case .big(let value): value.isNegative ? -Value.reach : Value.reach
    default: nil
    }
  }
}
