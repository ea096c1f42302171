import Glibc
import Text

/// A program that was started, and has to be done by some moment.
struct RunningProgram {
  private let process: pid_t
  private let deadline: Int

  /// - Parameter deadline: In the milliseconds of `now`.
  init(_ process: pid_t, until deadline: Int) {
    self.process = process
    self.deadline = deadline
  }

  /// Milliseconds of a clock that nobody sets.
  static var now: Int {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
  }

  /// Whether its time is over.
  var isLate: Bool { RunningProgram.now >= deadline }

  /// All that it prints; `nil` where its time is over before, or there is more than it may print.
  func printed(to descriptor: Int32, most: Int) -> Bytes? {
    var bytes = Bytes()
    var part = Bytes(repeating: 0, count: 1 << 16)
    while true {
      var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let left = deadline - RunningProgram.now
      guard left > 0 else { return nil }
      if unsafe poll(&wanted, 1, Int32(clamping: left)) <= 0 { continue }
      // No more is read than the array holds.
      let got = unsafe part.withUnsafeMutableBytes { unsafe Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { return bytes }
      bytes += part[..<got]
      guard bytes.count <= most else { return nil }
    }
  }

  /// How it ended, as the system says it; `nil` where its time is over before.
  func status() -> Int32? {
    var status: Int32 = 0
    var pause: UInt32 = 100
    while true {
      // A program closes what it prints to as it ends, or before.
      let ended = unsafe waitpid(process, &status, WNOHANG)
      if ended == process { return status }
      if ended < 0, errno != EINTR { return 0 }
      if isLate { return nil }
      usleep(pause)
      pause = min(pause * 2, 20_000)
    }
  }

  /// Ends it.
  func end() {
    kill(process, SIGKILL)
    while waitpid(process, nil, 0) < 0, errno == EINTR {}
  }
}
