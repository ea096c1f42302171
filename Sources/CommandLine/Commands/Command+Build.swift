import Bulletins
import Coding
import Diagnostics
import Publishing
import Text

extension Command {
  private static let format = Option.format("text", "json")
  private static let skipBroken = Option(
    "--skip-broken", alsoCalled: ["--keep-going", "--ignore-errors"],
    "Leave out what has errors, with its last good page as it is, and publish everything else.")
  private static let force = Option(
    "--force",
    "Publish even if more than a tenth of the site would be removed, or files of others be written over, and make all copies of pictures and all cards anew."
  )
  private static let pdf = Option(
    "--pdf", "Print each issue as a PDF beside its page, as `pdfs: true` in site.yaml does.")
  private static let profile = Option(
    "--profile", "Print how long each stage, the slowest templates and the slowest pages took.")
  private static let verify = Option("--verify", "Make the whole site anew, in memory, and compare every file.")
  private static let repair = Option(
    "--repair", "Make the whole site anew, and write every published file that differs, whatever its time says.")

  static let build = Command(
    name: "build", otherNames: ["compile", "generate", "make", "publish"],
    summary: "Write the website of a site's issues.",
    operands: "", operandCount: 0...0,
    options: [
      .site, .output, .drafts, .future, pdf, skipBroken, force, verify, repair, profile, .jobs, .strict, format, .quiet,
    ],
    discussion: """
      Reads Content and Templates and writes the finished site. All mistakes in all files are printed in one run;
      with any, the published folder stays exactly as it was. Only what changed is read, and only pages that could
      differ are made: the folder `.bulletin` remembers the rest, and can be deleted at any time. Files whose bytes do
      not change are not touched, files that an earlier build wrote and this one does not are removed, and files of
      others are left alone.
      """
  ) { invocation, terminal in
    let clock = ContinuousClock()
    let start = clock.now
    var options = BuildOptions(
      site: folder(invocation[.site]), output: invocation[.output].map { folder($0) },
      exceptions: exceptions(invocation), now: try Clock.now, jobs: try invocation.number(.jobs),
      strict: invocation.has(.strict))
    options.skipsBroken = invocation.has(skipBroken)
    options.isForced = invocation.has(force)
    options.verifies = invocation.has(verify)
    options.repairs = invocation.has(repair)
    options.printsPDF = invocation.has(pdf)
    options.isLast = true
    options.isTimed = invocation.has(profile)
    let isText = invocation[format] != "json"
    let report = try ProgressLine.during(
      on: terminal, isShown: isText && !invocation.has(.quiet), isQuiet: invocation.has(.quiet)
    ) {
      try Build.run(options, progress: $0, notice: $1)
    }
    if isText {
      if invocation.has(profile) {
        printProfile(report, terminal)
      }
      printText(report, options, took: clock.now - start, isQuiet: invocation.has(.quiet), terminal)
    } else {
      terminal.print(report.json.bytes + [0x0A])
    }
    return report.diagnostics.containErrors ? .contentHasErrors : .done
  }

  static func folder(_ path: String?) -> String {
    guard let path, path != "." else { return "." }
    return path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  /// What an invocation asks to publish although it is held back by itself.
  static func exceptions(_ invocation: Invocation) -> ReleasePolicy.Exceptions {
    var exceptions: ReleasePolicy.Exceptions = []
    if invocation.has(.drafts) { exceptions.insert(.drafts) }
    if invocation.has(.future) { exceptions.insert(.future) }
    return exceptions
  }

  private static func printText(
    _ report: BuildReport, _ options: BuildOptions, took: Duration, isQuiet: Bool, _ terminal: Terminal
  ) {
    let shown = isQuiet ? report.diagnostics.filter { $0.severity == .error } : report.mistakesAndWarnings
    // All at once: an archive may have thousands, and each write is a call of the system.
    var findings = Bytes()
    if let first = ArchiveReport(of: shown, report) {
      findings = Bytes(first.text.utf8)
    } else {
      FindingSummary(of: shown).print(to: &findings, isColored: terminal.colorsMessages)
    }
    if !findings.isEmpty { terminal.note(findings) }
    for stranger in report.strangers where !isQuiet {
      terminal.note("note: \(stranger.printable) in the published folder is not of this site; it was left alone\n")
    }
    for file in report.repaired.prefix(20) where !isQuiet {
      terminal.note("note: \(file.printable) was not what a build makes; it is repaired\n")
    }
    if report.repaired.count > 20, !isQuiet {
      terminal.note("note: … and \(report.repaired.count - 20) more, which are repaired, too\n")
    }
    for address in report.vanished.prefix(20).map(\.printable) where !isQuiet {
      terminal.note(
        "note: \(address) is gone; `aliases: [\(address)]` in the issue that took its place would keep the address\n")
    }
    func count(_ severity: Diagnostic.Severity) -> Int { report.diagnostics.count { $0.severity == severity } }
    let (errors, warnings, advice) = (count(.error), count(.warning), count(.advice))
    guard report.isPublished else {
      return terminal.note("nothing was published: \(counted(errors, "error")), \(counted(warnings, "warning"))\n")
    }
    if report.verification == .differs {
      return terminal.note("the published site is not what a clean build makes; `bulletin build --repair` mends it\n")
    }
    if isQuiet { return }
    if case .same(let files) = report.verification {
      terminal.print("verified: \(counted(files, "file")), all as a clean build makes them\n")
    }
    let seconds = Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18
    let parts =
      [
        counted(report.issues, "issue"), counted(report.pages, "page"), counted(report.feeds, "feed"),
        counted(report.written.count, "file") + " written", "\(report.kept) unchanged",
        counted(report.removed.count, "file") + " removed", counted(warnings, "warning"),
      ] + (advice > 0 ? ["\(advice) of advice (`bulletin check` tells)"] : [])
    terminal.note(report.leftOutText)
    terminal.print(parts.joined(separator: ", ") + ", \((seconds * 100).rounded() / 100) s\n" + report.heldBack)
  }

  private static func printProfile(_ report: BuildReport, _ terminal: Terminal) {
    for (name, took) in report.stages { terminal.note("\(milliseconds(took)) ms  \(name)\n") }
    for (name, pages, took) in report.slowestTemplates {
      terminal.note("\(milliseconds(took)) ms  \(name), \(counted(pages, "page")), on all threads\n")
    }
    for (path, took) in report.slowestPages { terminal.note("\(milliseconds(took)) ms  /\(path.printable)\n") }
  }

  private static func milliseconds(_ duration: Duration) -> String {
    let (seconds, rest) = duration.components
    let number = String(seconds * 1_000 + rest / 1_000_000_000_000_000)
    return String(repeating: " ", count: max(0, 6 - number.count)) + number
  }

  static func counted(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}

extension BuildReport {
  /// The report as machines read it.
  fileprivate var json: JSON {
    let added = Set(added)
    return .object([
      ("published", .bool(isPublished)), ("issues", .int(issues)), ("pages", .int(pages)), ("feeds", .int(feeds)),
      (
        "made",
        .array(made.map { .object([("path", .string($0.path)), ("because", .string($0.reason))]) })
      ),
      ("added", .strings(written.filter { added.contains($0) })),
      ("changed", .strings(written.filter { !added.contains($0) })), ("unchanged", .int(kept)),
      ("removed", .strings(removed)), ("repaired", .strings(repaired)),
      ("vanished", .strings(vanished)), ("held", .array(held.map(\.json))),
      ("next_build", .optional(nextBuild?.description)),
      (
        "left_out",
        .array(
          leftOut.map {
            .object([
              ("file", .string($0.path)), ("keeps_page", .bool($0.keepsPage)), ("lost_images", .int($0.lostImages)),
            ])
          })
      ),
      ("offered_numbers", .optional(offeredNumbers?.setting.rawValue)),
      ("strangers", .strings(strangers)), ("advice", .int(diagnostics.count { $0.severity == .advice })),
      ("diagnostics", .array(mistakesAndWarnings.map(\.json))),
    ])
  }
}
