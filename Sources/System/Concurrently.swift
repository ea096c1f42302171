import Glibc
import Synchronization

/// How many threads work at once, unless told otherwise: one for each core.
public let availableCores = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))

/// Calls `work` once for each number below `count`, on `jobs` threads; the results stand in the order of the numbers.
///
/// All parallel work of the program goes through here. The threads have large stacks, since templates may nest.
public func concurrently<Result: Sendable>(
  _ count: Int, jobs: Int, _ work: @escaping @Sendable (Int) -> Result
) -> [Result] {
  guard count > 0 else { return [] }
  let results = Results<Result>(count)
  let crew = Crew(count: count) { index in results.put(work(index), at: index) }
  let helpers = (1..<max(1, min(jobs, count))).compactMap { _ in crew.startHelper() }
  // Even the first worker is a thread of its own, for its stack.
  if let worker = crew.startHelper() { pthread_join(worker, nil) } else { crew.work() }
  for helper in helpers { pthread_join(helper, nil) }
  return results.taken
}

/// Does two things at once, where there are threads for both.
public func both<First: Sendable, Second: Sendable>(
  jobs: Int, _ first: @escaping @Sendable () -> First, _ second: @escaping @Sendable () -> Second
) -> (First, Second) {
  let results = concurrently(2, jobs: jobs) { number -> (First?, Second?) in
    number == 0 ? (first(), nil) : (nil, second())
  }
  guard let one = results[0].0, let other = results[1].1 else { preconditionFailure("each did one of the two") }
  return (one, other)
}

/// Does something on a thread of its own, for which nobody waits; where there is none, it is not done.
///
/// - Returns: Whether it was begun.
@discardableResult
public func beside(_ work: @escaping @Sendable () -> Void) -> Bool {
  Crew(count: 1) { _ in work() }.startHelper().map { pthread_detach($0) } != nil
}

/// Memory for results. Unchecked, and safe, because each element is written once, by one thread, and read after all
/// threads have ended.
@safe
private final class Results<Result: Sendable>: @unchecked Sendable {
  private let elements: UnsafeMutablePointer<Result>
  private let count: Int

  init(_ count: Int) {
    self.count = count
    unsafe elements = .allocate(capacity: count)
  }

  func put(_ result: Result, at index: Int) { unsafe (elements + index).initialize(to: result) }

  /// The results, moved out.
  var taken: [Result] {
    unsafe Array(unsafeUninitializedCapacity: count) { buffer, filled in
      unsafe buffer.baseAddress?.moveInitialize(from: elements, count: count)
      filled = count
    }
  }

  deinit { unsafe elements.deallocate() }
}

/// Threads that take the next number until none is left. A class, because they share the count.
private final class Crew: Sendable {
  private let next = Atomic<Int>(0)
  private let count: Int
  private let task: @Sendable (Int) -> Void

  init(count: Int, task: @escaping @Sendable (Int) -> Void) {
    self.count = count
    self.task = task
  }

  func work() {
    while true {
      let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
      if index >= count { return }
      task(index)
    }
  }

  func startHelper() -> pthread_t? {
    var attributes = pthread_attr_t()
    unsafe pthread_attr_init(&attributes)
    defer { unsafe pthread_attr_destroy(&attributes) }
    unsafe pthread_attr_setstacksize(&attributes, 64 << 20)
    var thread = pthread_t()
    let crew = unsafe Unmanaged.passRetained(self)
    let failed = unsafe pthread_create(
      &thread, &attributes,
      { argument in
        if let argument = unsafe argument { unsafe Unmanaged<Crew>.fromOpaque(argument).takeRetainedValue().work() }
        return nil
      }, unsafe crew.toOpaque())
    if failed != 0 {
      unsafe crew.release()
      return nil
    }
    return thread
  }
}
