import Text

/// A command: its name, what it takes, and what it does.
struct Command: Sendable {
  let name: String
  /// What programs of the same kind call it, so that whoever comes from there is led to it.
  var otherNames: [String] = []
  /// What it does, in one sentence.
  let summary: String
  /// What it is given without a name, as the usage line shows it.
  let operands: String
  /// How many of those there must be.
  let operandCount: ClosedRange<Int>
  let options: [Option]
  /// A paragraph for the help and the manual.
  let discussion: String
  /// Does it; the result is the exit status.
  let run: @Sendable (Invocation, Terminal) throws -> ExitStatus

  /// All commands in the order of the help.
  static let all = [
    build, preview, check, new, people, topics, why, inspect, theme, render, initialise, importing, completion, manual,
  ]

  /// How it is called.
  var usage: String {
    let parts = ["bulletin", name] + (operands.isEmpty ? [] : [operands]) + options.map { "[\($0.usage)]" }
    return parts.joined(separator: " ")
  }

  /// The help of the command.
  var help: String {
    let lines = Command.table((options + [.help]).map { ($0.usage, $0.summary) })
    return "\(summary)\n\nusage: \(usage)\n\n\(discussion)\n\noptions:\n\(lines)"
  }

  /// The help of the program.
  static var overview: String {
    let lines = table(all.map { ($0.name, $0.summary) })
    return """
      bulletin publishes a numbered bulletin from plain Markdown.

      usage: bulletin COMMAND [options]

      commands:
      \(lines)
      bulletin COMMAND --help tells more of a command. bulletin --version prints the version.

      """
  }

  /// The command of a name; where there is none, an error that says which one may have been meant.
  static func named(_ name: String) throws(UsageError) -> Command {
    if let command = all.first(where: { $0.name == name }) { return command }
    let meant =
      all.first { $0.otherNames.contains(name) }?.name ?? all.map(\.name).nearest(to: name)
      ?? all.flatMap(\.otherNames).nearest(to: name).flatMap { near in
        all.first { $0.otherNames.contains(near) }?.name
      }
    throw UsageError(
      "there is no command \(name)",
      help: meant.map { "did you mean `bulletin \($0)`?" } ?? "bulletin --help lists them")
  }

  private static func table(_ rows: [(name: String, text: String)]) -> String {
    let width = (rows.map(\.name.count).max() ?? 0) + 2
    return rows.map { row in
      "  " + row.name + String(repeating: " ", count: width - row.name.count) + row.text + "\n"
    }.joined()
  }
}

/// How the program ends.
enum ExitStatus: Int32, Sendable, CaseIterable {
  /// What was asked is done.
  case done = 0
  /// The content has errors.
  case contentHasErrors = 1
  /// The command line is wrong, or something in the world is.
  case failed = 2

  /// What it means, for the manual.
  var meaning: String {
    switch self {
    case .done: "What was asked is done."
    case .contentHasErrors: "The content has errors."
    case .failed: "The command line is wrong, or something in the world is, such as a full disk."
    }
  }
}
