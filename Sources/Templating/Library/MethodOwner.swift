/// Something callable that has methods, as a loop and a cycler have.
protocol MethodOwner: Callable {
  /// The result of a method; `nil` where it has none of the name.
  func callMethod(_ name: String, _ input: Input) throws(Failure) -> Value?
}
