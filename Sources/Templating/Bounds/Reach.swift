import Text

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

extension Input {
  /// The place or length that a parameter is given, within reach.
  ///
  /// - Throws: `Failure` where it is no whole number.
  func extent(_ index: Int) throws(Failure) -> Int {
    guard let extent = self[index].extent else {
      throw Failure("a whole number is expected, not \(self[index].kind)")
    }
    return extent
  }

  /// The same of a parameter that may be none.
  func optionalExtent(_ index: Int) throws(Failure) -> Int? {
    switch self[index] {
    case .none, .undefined: nil
    default: try extent(index)
    }
  }
}
