import Publishing
import Text

/// The program: understands the command line, runs a command, and turns what is thrown into words.
public enum Program {
  /// The version, as the changelog has it.
  public static let version = "0.5.0"

  /// Runs the program; the result is its exit status.
  public static func run(_ arguments: [String], on terminal: Terminal = Terminal()) -> Int32 {
    do {
      let status = try status(arguments, terminal)
      // Whoever reads results must not take a part of them for all.
      if let reason = terminal.lostOutput {
        terminal.note("error: what was printed is not all of it: \(reason)\n")
        return ExitStatus.failed.rawValue
      }
      return status.rawValue
    } catch let error as UsageError {
      terminal.note("error: \(error.message.printable)\n" + (error.help.map { "  = help: \($0.printable)\n" } ?? ""))
    } catch {
      terminal.note("error: \(error)\n")
    }
    return ExitStatus.failed.rawValue
  }

  private static func status(_ arguments: [String], _ terminal: Terminal) throws -> ExitStatus {
    guard let name = arguments.first else {
      terminal.note(Command.overview)
      return .failed
    }
    if name == "--version" {
      terminal.print("bulletin \(version)\n")
      return .done
    }
    if ["--help", "-h", "help"].contains(name) {
      let topic = arguments.dropFirst().first { !$0.hasPrefix("-") }
      terminal.print(try topic.map { (name) throws(UsageError) in try Command.named(name).help } ?? Command.overview)
      return .done
    }
    if name.hasPrefix("-") {
      let nearest = ["--help", "--version"].nearest(to: name)
      throw UsageError(
        "bulletin has no option \(name)",
        help: nearest.map { "did you mean \($0)?" } ?? "bulletin --help lists its commands")
    }
    let command = try Command.named(name)
    if Invocation.asksForHelp(arguments) {
      terminal.print(command.help)
      return .done
    }
    return try command.run(try Invocation(Array(arguments.dropFirst()), for: command), terminal)
  }
}
