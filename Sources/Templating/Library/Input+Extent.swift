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
