import Publishing
import Synchronization
import Text

/// One line on a terminal that shows how far a build is; nothing elsewhere.
struct ProgressLine: Sendable {
  private let terminal: Terminal
  private let isShown: Bool
  private let isQuiet: Bool

  /// Does something that reports how far it is, and says sentences in between; whatever comes of it, the line goes away.
  static func during<Result>(
    on terminal: Terminal, isShown: Bool, isQuiet: Bool = false,
    _ body: (_ progress: Progress, _ notice: @escaping (String) -> Void) throws -> Result
  ) rethrows -> Result {
    let line = ProgressLine(terminal, isShown: isShown, isQuiet: isQuiet)
    defer { line.clear() }
    return try body(line.progress) { sentence in
      line.clear()
      terminal.note("note: \(sentence.printable)\n")
    }
  }

  private init(_ terminal: Terminal, isShown: Bool, isQuiet: Bool) {
    self.terminal = terminal
    self.isQuiet = isQuiet
    self.isShown = isShown && terminal.isInteractive
  }

  /// What the work reports to.
  private var progress: Progress {
    let terminal = terminal
    guard isShown else { return Progress(nameSlow: slowFileNote) }
    let clock = ContinuousClock()
    let started = Mutex((stage: Progress.Stage.reading, at: clock.now))
    return Progress(nameSlow: slowFileNote) { stage, done, total in
      let elapsed = started.withLock { start in
        if start.stage != stage { start = (stage, clock.now) }
        return start.at.duration(to: clock.now)
      }
      let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
      let rate = seconds > 0.2 ? " · \(Int(Double(done) / seconds)) a second · \(total - done) left" : ""
      terminal.note("\r\u{1B}[K\(stage.rawValue) \(done) of \(total)\(rate)")
    }
  }

  /// Names a file that takes long; `nil` where nobody wants to know.
  private var slowFileNote: (@Sendable (String) -> Void)? {
    if isQuiet { return nil }
    let (terminal, start) = (terminal, isShown ? "\r\u{1B}[K" : "")
    return { path in terminal.note("\(start)note: \(path.printable) takes long to read\n") }
  }

  /// Takes the line away.
  private func clear() { if isShown { terminal.note("\r\u{1B}[K") } }
}
