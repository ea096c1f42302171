import Coding
import Diagnostics
import Publishing
import System
import Text

/// Mends what `check` found, as far as that is safe: shows what would change, asks, and writes.
struct Mending {
  /// Whether nobody is to be asked.
  let isAgreed: Bool
  /// Whether what would change is shown.
  let isShown: Bool
  let terminal: Terminal
  /// The findings that were mended, in the order in which that was done.
  private(set) var mended: [Diagnostic] = []
  /// Whether a file could not be written.
  private(set) var hasFailed = false

  init(isAgreed: Bool, isShown: Bool, on terminal: Terminal) {
    self.isAgreed = isAgreed
    self.isShown = isShown
    self.terminal = terminal
  }

  /// Where one mend stands in the way of another, the site is looked at again; a finding that its own mend does not mend
  /// must not keep that up.
  private static let mostRounds = 5

  /// Mends a report's findings, and those that show behind them; the result is what is left.
  ///
  /// - Parameter check: Looks at the site.
  mutating func run(_ check: () throws -> CheckReport, in site: String) rethrows -> CheckReport {
    var report = try check()
    for _ in 0..<Mending.mostRounds {
      let plan = MendPlan(report.findings, in: site)
      guard !plan.isEmpty, agrees(to: plan) else { return report }
      write(plan)
      report = try check()
      if hasFailed { break }
    }
    return report
  }

  private func agrees(to plan: MendPlan) -> Bool {
    if isShown { terminal.print(UnifiedDiff.colored(plan.diff, isColored: terminal.colorsResults)) }
    if isAgreed { return true }
    let (places, files) = (plan.mended.count, plan.texts.count)
    let what = "\(Command.counted(places, "place")) in \(Command.counted(files, "file"))"
    guard terminal.canAsk else {
      terminal.note("nothing was changed; --yes mends these \(what)\n")
      return false
    }
    terminal.note("Mend \(what)? [y/N] ")
    let answer = terminal.readLine()?.lowercased() ?? ""
    if ["y", "yes"].contains(answer) { return true }
    terminal.note("nothing was changed\n")
    return false
  }

  private mutating func write(_ plan: MendPlan) {
    for text in plan.texts {
      do {
        try plan.write(text)
        mended += text.mended
        if isShown {
          terminal.note("mended \(Command.counted(text.mended.count, "place")) in \(text.source.path)\n")
        }
      } catch {
        // The others are mended nevertheless: each file is for itself.
        terminal.note("error: \(error)\n")
        hasFailed = true
      }
    }
  }

  /// What was mended, as machines read it.
  var json: JSON {
    .array(
      mended.map { finding in
        .object([
          ("kind", .string(finding.kind.name)), ("file", .string(finding.path)),
          ("line", finding.location.map { .int($0.line) } ?? .null), ("mend", .optional(finding.mend?.summary)),
        ])
      })
  }
}

/// A unified diff on a terminal.
enum UnifiedDiff {
  /// The diff with the lines that go in red, those that come in green, and places in cyan.
  static func colored(_ diff: Bytes, isColored: Bool) -> Bytes {
    guard isColored else { return diff }
    var out = Bytes()
    for line in diff.split(separator: 0x0A) {
      let color: String? =
        switch line.first {
        case UInt8(ascii: "-"): "\u{1B}[31m"
        case UInt8(ascii: "+"): "\u{1B}[32m"
        case UInt8(ascii: "@"): "\u{1B}[36m"
        default: nil
        }
      out += Bytes((color ?? "").utf8) + line + Bytes((color == nil ? "" : "\u{1B}[0m").utf8) + [0x0A]
    }
    return out
  }
}
