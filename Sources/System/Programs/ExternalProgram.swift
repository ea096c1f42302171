import Glibc
import Text

/// Another program that does a part of the work.
public enum ExternalProgram {
  /// Runs a program and gives what it prints; it reads nothing, and its messages go where ours go.
  ///
  /// - Parameters:
  ///   - name: Looked for where the shell looks.
  ///   - arguments: As they are: no shell reads them.
  ///   - subject: What it works on, for whoever hears that it went on without end.
  public static func output(
    of name: String, _ arguments: [String], on subject: String
  ) throws(EnvironmentError) -> Bytes {
    let (printed, status) = try result(of: name, arguments, on: subject)
    guard status == 0 else {
      throw EnvironmentError("the program failed", name, because: "it ended with status \(status)")
    }
    return printed
  }

  /// Where the messages of a program go.
  public enum Messages: Sendable {
    /// Where ours go.
    case shown
    /// Nowhere.
    case dropped
    /// To what it prints.
    case printed
  }

  /// Seconds that a program may take: far more than any of them needs for one file.
  public static let longest = 120
  /// Bytes that a program may print: far more than the history of a large archive has.
  public static let mostPrinted = 256 << 20

  /// Runs a program and gives what it prints and the status that it ends with, whatever that is. One that goes on without
  /// end is ended, which is an error.
  ///
  /// - Parameters:
  ///   - name: Looked for where the shell looks.
  ///   - arguments: As they are: no shell reads them.
  ///   - subject: What it works on, for whoever hears that it went on without end.
  ///   - messages: Where its messages go.
  ///   - longest: How many seconds it may take.
  ///   - mostPrinted: How many bytes it may print.
  public static func result(
    of name: String, _ arguments: [String], on subject: String? = nil, messages: Messages = .shown,
    longest: Int = longest, mostPrinted: Int = mostPrinted
  ) throws(EnvironmentError) -> (printed: Bytes, status: Int) {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { throw EnvironmentError("the program can't be started", name) }
    let (read, write) = (ends[0], ends[1])
    // The program gets its end as its output, and no other.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(read) }
    let process: pid_t
    do {
      defer { close(write) }
      process = try started(name, arguments, writingTo: write, messages)
    }
    let running = RunningProgram(process, within: .seconds(longest))
    guard let printed = running.printed(to: read, most: mostPrinted), let status = running.status() else {
      running.end()
      throw EnvironmentError(
        "the program was ended", subject ?? name,
        because: "\(name) \(running.isLate ? "took longer than \(longest) seconds" : "prints without end")")
    }
    return (printed, status & 0x7F == 0 ? Int(status >> 8) & 0xFF : 128 + Int(status & 0x7F))
  }

  /// What a program says of its version; `nil` where it is not installed.
  public static func version(of name: String) -> Bytes? {
    guard let (printed, status) = try? result(of: name, ["--version"], messages: .dropped), status == 0 else {
      return nil
    }
    return printed
  }

  private static func started(
    _ name: String, _ arguments: [String], writingTo end: Int32, _ messages: Messages
  ) throws(EnvironmentError) -> pid_t {
    // What the actions and the words are made of lives until the call has returned.
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, end, STDOUT_FILENO)
    switch messages {
    case .shown: break
    case .dropped: unsafe posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    case .printed: unsafe posix_spawn_file_actions_adddup2(&actions, end, STDERR_FILENO)
    }
    var words = unsafe ([name] + arguments).map { unsafe strdup($0) } + [nil]
    defer { unsafe words.forEach { unsafe free($0) } }
    var process: pid_t = 0
    let code = unsafe posix_spawnp(&process, name, &actions, nil, &words, environ)
    guard code == 0 else {
      throw EnvironmentError(
        "the program can't be started", name,
        because: code == ENOENT ? "it is not installed" : unsafe String(cString: strerror(code)))
    }
    return process
  }
}
