import Glibc
import Text

/// A program that was started, and has to be done by some moment.
struct RunningProgram {
  private let process: pid_t
  private let deadline: ContinuousClock.Instant

  /// A program that was started just now.
  init(_ process: pid_t, within time: Duration) {
    self.process = process
    deadline = .now + time
  }

  /// Whether its time is over.
  var isLate: Bool { .now >= deadline }

  /// Milliseconds between two looks at the clock while a program prints nothing.
  private static let pause: Int32 = 100

  /// All that it prints; `nil` where its time is over before, or there is more than it may print.
  func printed(to descriptor: Int32, most: Int) -> Bytes? {
    var bytes = Bytes()
    var part = Bytes(repeating: 0, count: 1 << 16)
    while true {
      if isLate { return nil }
      var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      if unsafe poll(&wanted, 1, RunningProgram.pause) <= 0 { continue }
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
