import Coding
import Diagnostics
import Publishing
import Text

extension Command {
  private static let format = Option.format("text", "json", "github")

  static let check = Command(
    name: "check", otherNames: ["doctor", "lint", "test", "validate", "verify"],
    summary: "Say everything that is wrong or remarkable, and publish nothing.",
    operands: "[FILE…]", operandCount: 0...100_000,
    options: [.site, .jobs, .strict, format, .quiet],
    discussion: """
      Looks at a site as a build does, and at the style of its texts besides; drafts and texts of days to come are looked
      at as if they were out. With files, only what is said of these is printed. Findings of one kind are folded: the
      first places and a count; errors come last. With --format github, each finding is an annotation of its line. The
      exit status is 1 with errors, with --strict also with warnings, and 0 with advice.
      """
  ) { invocation, terminal in
    let site = folder(invocation[.site])
    let options = BuildOptions(site: site, now: try Clock.now, jobs: try invocation.number(.jobs))
    let isText = (invocation[format] ?? "text") == "text"
    var report = try ProgressLine.during(on: terminal, isShown: isText && !invocation.has(.quiet)) {
      try Check.run(options, progress: $0, notice: $1)
    }
    if !invocation.operands.isEmpty {
      var files: Set<String> = []
      for file in invocation.operands { files.insert(try CheckReport.path(of: file, in: site)) }
      report = report.only(about: files)
    }
    if invocation.has(.strict) { report = report.strict }
    switch invocation[format] {
    case "json": terminal.print(report.json.bytes + [0x0A])
    case "github": terminal.print(report.annotations(below: site == "." ? "" : site + "/"))
    default: print(report, isQuiet: invocation.has(.quiet), terminal)
    }
    return report.findings.containErrors ? .contentHasErrors : .done
  }

  private static func print(_ report: CheckReport, isQuiet: Bool, _ terminal: Terminal) {
    let shown = isQuiet ? report.findings.filter { $0.severity == .error } : report.findings
    let summary = FindingSummary(of: shown)
    var out = Bytes()
    summary.print(to: &out, isColored: terminal.colorsResults)
    if !isQuiet {
      if summary.groups.count > 1 { out += Bytes((summary.table + "\n").utf8) }
      let counts = [
        counted(summary.count(.error), "error"), counted(summary.count(.warning), "warning"),
        "\(summary.count(.advice)) of advice",
      ]
      out += Bytes("\(counted(report.texts, "text")) checked: \(counts.joined(separator: ", "))\n".utf8)
    }
    terminal.print(out)
  }
}

extension CheckReport {
  /// The report as machines read it.
  fileprivate var json: JSON {
    func count(_ severity: Diagnostic.Severity) -> JSON { .int(findings.count { $0.severity == severity }) }
    return .object([
      ("texts", .int(texts)), ("errors", count(.error)), ("warnings", count(.warning)), ("advice", count(.advice)),
      ("diagnostics", .array(findings.map(\.json))),
    ])
  }

  /// The report as GitHub puts it beside the lines of a change.
  fileprivate func annotations(below prefix: String) -> Bytes {
    var out = Bytes()
    for finding in findings { finding.printAnnotation(to: &out, below: prefix) }
    return out
  }
}
