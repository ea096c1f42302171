/// The time after which a rendering ends with an error, finished or not.
public struct Deadline: Sendable {
  /// How many seconds one rendering may take.
  public let seconds: Double
  let clock: @Sendable () -> Double

  /// A time for each rendering.
  ///
  /// - Parameter clock: Seconds since any one moment. The program brings it: templates have no clock that could get into
  ///   a page.
  public init(seconds: Double = 10, by clock: @escaping @Sendable () -> Double) {
    self.seconds = seconds
    self.clock = clock
  }
}
