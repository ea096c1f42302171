import Glibc
import Text

/// Another program that does a part of the work.
public enum ExternalProgram {
  /// Runs a program and gives what it prints; it reads nothing, and its messages go where ours go.
  ///
  /// - Parameters:
  ///   - name: Looked for where the shell looks.
  ///   - arguments: As they are: no shell reads them.
  public static func output(of name: String, _ arguments: [String]) throws(EnvironmentError) -> Bytes {
    let (printed, status) = try result(of: name, arguments)
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

  /// Runs a program and gives what it prints and the status that it ends with, whatever that is.
  ///
  /// - Parameters:
  ///   - name: Looked for where the shell looks.
  ///   - arguments: As they are: no shell reads them.
  ///   - messages: Where its messages go.
  public static func result(
    of name: String, _ arguments: [String], messages: Messages = .shown
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
    let printed = all(of: read)
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
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

  private static func all(of descriptor: Int32) -> Bytes {
    var bytes = Bytes()
    var part = Bytes(repeating: 0, count: 1 << 16)
    while true {
      // No more is read than the array holds.
      let got = unsafe part.withUnsafeMutableBytes { unsafe Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { return bytes }
      bytes += part[..<got]
    }
  }
}
