import Coding
import Diagnostics
import Publishing
import Site
import Text

extension Command {
  private static let format = Option.format("text", "json", "github")
  private static let fix = Option(
    "--fix", alsoCalled: ["--mend", "--write", "--autofix"],
    "Mend what is safe to mend: show what would change, and ask.")
  private static let external = Option(
    "--external", alsoCalled: ["--links", "--web", "--online"],
    "Ask the web, too, whether links to other sites lead somewhere.")
  private static let accept = Option(
    "--accept", alsoCalled: ["--baseline"], "Accept what is found: later runs are silent about it.")
  private static let yes = Option("--yes", alsoCalled: ["--force"], "With --fix, do not ask.")

  static let check = Command(
    name: "check", otherNames: ["doctor", "fix", "lint", "mend", "proofread", "test", "validate", "verify"],
    summary: "Say everything that is wrong or remarkable, and publish nothing.",
    operands: "[FILE…]", operandCount: 0...100_000,
    options: [.site, fix, yes, external, accept, .jobs, .strict, format, .quiet],
    discussion: """
      Looks at a site as a build does, and at the style of its texts besides; drafts and texts of days to come are looked
      at as if they were out. With files, only what is said of these is printed. Findings of one kind are folded: the
      first places and a count; errors come last. With --format github, each finding is an annotation of its line. The
      exit status is 1 with errors, with --strict also with warnings, and 0 with advice.

      With --fix, findings with one right mend are mended: only the bytes concerned change. What would change is shown as
      a diff, and nothing is written unless somebody agrees, or --yes is given. What only looks like a slip, such as a
      name, is never mended like this; the preview offers it one by one.

      With --external, links to other sites are followed, with curl: each address once, one at a time for each host, with
      a pause between. Answers are remembered for a month, those of servers that would not say for a day; what is broken
      is asked for again. Machines of one's own network are not asked, unless BULLETIN_ASK_PRIVATE is set.

      With --accept, the warnings and the advice that there are now are written into Content/accepted.yaml, and nobody is
      told of them again until their words change.
      """
  ) { invocation, terminal in
    let site = folder(invocation[.site])
    var options = BuildOptions(site: site, now: try Clock.now, jobs: try invocation.number(.jobs))
    let isText = (invocation[format] ?? "text") == "text"
    let isWatched = isText && !invocation.has(.quiet)
    var files: Set<String> = []
    for file in invocation.operands { files.insert(try CheckReport.path(of: file, in: site)) }
    let manners = invocation.has(external) ? try WebManners.ofProgram : nil
    // Who reads it needs a few findings of each kind; whoever does something with them needs all.
    if isText, files.isEmpty, manners == nil, ![fix, accept, .strict].contains(where: { invocation.has($0) }) {
      options.isLast = true
      let summary = try ProgressLine.during(on: terminal, isShown: isWatched, isQuiet: invocation.has(.quiet)) {
        try Check.summary(options, progress: $0, notice: $1)
      }
      print(summary, isQuiet: invocation.has(.quiet), terminal)
      return summary.findings.count(.error) > 0 ? .contentHasErrors : .done
    }
    func look() throws -> CheckReport {
      let report = try ProgressLine.during(on: terminal, isShown: isWatched, isQuiet: invocation.has(.quiet)) {
        let report = try Check.run(options, progress: $0, notice: $1)
        guard let manners else { return report }
        return report.adding(try ExternalCheck.findings(options, in: files, manners, progress: $0), in: site)
      }
      return files.isEmpty ? report : report.only(about: files)
    }
    var mending = Mending(isAgreed: invocation.has(yes), isShown: isWatched, on: terminal)
    var report = invocation.has(fix) ? try mending.run(look, in: site) : try look()
    if invocation.has(accept) {
      let count = try report.accept(in: site)
      terminal.note("\(counted(count, "finding")) accepted in \(AcceptedFile.path)\n")
      report = try look()
    }
    if invocation.has(.strict) { report = report.strict }
    switch invocation[format] {
    case "json": terminal.print(report.json(after: invocation.has(fix) ? mending : nil).bytes + [0x0A])
    case "github": terminal.print(report.annotations(below: site == "." ? "" : site + "/"))
    default: print(CheckSummary(of: report), isQuiet: invocation.has(.quiet), terminal)
    }
    if mending.hasFailed { return .failed }
    return report.findings.containErrors ? .contentHasErrors : .done
  }

  private static func print(_ report: CheckSummary, isQuiet: Bool, _ terminal: Terminal) {
    let summary = report.findings
    var out = Bytes()
    summary.print(isQuiet ? .error : .advice, to: &out, isColored: terminal.colorsResults)
    if !isQuiet {
      if summary.groups.count > 1 { out += Bytes((summary.table + "\n").utf8) }
      let counts = [
        counted(summary.count(.error), "error"), counted(summary.count(.warning), "warning"),
        "\(summary.count(.advice)) of advice",
      ]
      out += Bytes("\(counted(report.texts, "text")) checked: \(counts.joined(separator: ", "))\n".utf8)
      if report.accepted > 0 { out += Bytes("\(counted(report.accepted, "finding")) accepted before\n".utf8) }
      if summary.mendable > 0 {
        out += Bytes("\(summary.mendable) of them can be mended: `bulletin check --fix`\n".utf8)
      }
    }
    terminal.print(out)
  }
}

extension CheckReport {
  /// The report as machines read it.
  ///
  /// - Parameter mending: What was mended before, where that was asked for.
  fileprivate func json(after mending: Mending?) -> JSON {
    func count(_ severity: Diagnostic.Severity) -> JSON { .int(findings.count { $0.severity == severity }) }
    return .object(
      [
        ("texts", .int(texts)), ("errors", count(.error)), ("warnings", count(.warning)), ("advice", count(.advice)),
        ("accepted", .int(accepted.count)),
        ("diagnostics", .array(findings.map(\.json))),
      ] + (mending.map { [("mended", $0.json)] } ?? []))
  }

  /// The report as GitHub puts it beside the lines of a change.
  fileprivate func annotations(below prefix: String) -> Bytes {
    var out = Bytes()
    for finding in findings { finding.printAnnotation(to: &out, below: prefix) }
    return out
  }
}
