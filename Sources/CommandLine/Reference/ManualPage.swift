/// The manual page, in the macros of `man`: made of the table of commands.
enum ManualPage {
  /// The page.
  static var text: String {
    var lines = [
      ".TH BULLETIN 1 \"\" \"bulletin \(Program.version)\" \"User Commands\"", ".SH NAME",
      "bulletin \\- publishes a numbered bulletin from plain Markdown", ".SH SYNOPSIS", ".B bulletin",
      ".I COMMAND", "[options]", ".SH COMMANDS",
    ]
    for command in Command.all {
      lines += [".SS \(escaped(command.usage))", escaped(command.summary), ".PP", escaped(command.discussion)]
      for option in command.options + [.help] {
        lines += [".TP", ".B \(escaped(option.usage))", escaped(option.summary)]
      }
    }
    lines += [".SH EXIT STATUS"]
    for status in ExitStatus.allCases { lines += [".TP", ".B \(status.rawValue)", status.meaning] }
    lines += [".SH ENVIRONMENT"]
    for (name, meaning) in environment { lines += [".TP", ".B \(name)", meaning] }
    return lines.joined(separator: "\n") + "\n"
  }

  private static let environment = [
    ("SOURCE_DATE_EPOCH", "The time that it is to the program, in seconds since 1970."),
    ("NO_COLOR, CLICOLOR, CLICOLOR_FORCE", "Whether findings have colours."),
    ("BROWSER", "The program with which \\-\\-open opens an address."),
  ]

  /// A text in which nothing is a command of the formatter.
  private static func escaped(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let plain = line.replacing("\\", with: "\\e").replacing("-", with: "\\-")
      return plain.hasPrefix(".") || plain.hasPrefix("'") ? "\\&" + plain : plain
    }.joined(separator: "\n")
  }
}
