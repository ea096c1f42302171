/// Something that templates can call: a macro, a function, a method with its value, a loop.
///
/// Values only pass it on. How it is called is known to its subclasses, each of which stands beside what it needs for that.
/// A class, so that a value stays small. Unchecked, because a class with subclasses can't be checked; each says why it may
/// be shared.
public class Callable: @unchecked Sendable {
  init() {}

  /// What stands where it is printed.
  var written: String { "<function>" }
}
