import Diagnostics

/// A volume that the issues before and after print otherwise: `Vol. 21` among those of volume 12.
enum OddVolume {
  static func findings(_ issues: [Issue], _ places: IssuePlaces) -> [Diagnostic] {
    issues.indices.dropFirst().dropLast().compactMap { index in
      let (before, issue, after) = (issues[index - 1], issues[index], issues[index + 1])
      guard let found = issue.metadata.volume?.value, let usual = before.metadata.volume?.value, found != usual,
        after.metadata.volume?.value == usual
      else { return nil }
      return Diagnostic(
        .oddVolume, "this issue is of volume \(found), and those before and after are of volume \(usual)",
        at: places.place(of: { $0.volume?.range }, in: issue),
        notes: [.init("the issue before", at: before.location)], help: "write volume \(usual), if it is a slip")
    }
  }
}

extension DiagnosticKind {
  static let oddVolume = DiagnosticKind(
    "odd-volume", .advice,
    "An issue prints another volume than those before and after it, which print one: it is probably mistyped, and stands in the citation."
  )
}
