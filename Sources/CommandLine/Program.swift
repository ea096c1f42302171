import Publishing
import Text

/// The program: understands the command line, runs a command, and turns what is thrown into words.
public enum Program {
  /// The version, as the changelog has it.
  public static let version = "0.5.0"

  /// Runs the program; the result is its exit status.
  public static func run(_ arguments: [String], on terminal: Terminal = Terminal()) -> Int32 {
    do {
      return try status(arguments, terminal).rawValue
    } catch let error as UsageError {
      terminal.note("error: \(error.message)\n" + (error.help.map { "  = help: \($0)\n" } ?? ""))
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
    if name == "--help" || name == "help" {
      terminal.print(Command.all.first { $0.name == arguments.dropFirst().first }?.help ?? Command.overview)
      return .done
    }
    guard let command = Command.all.first(where: { $0.name == name }) else {
      let nearest = Command.all.map(\.name).nearest(to: name).map { "did you mean `bulletin \($0)`?" }
      throw UsageError("there is no command \(name)", help: nearest ?? "bulletin --help lists them")
    }
    if arguments.contains("--help") {
      terminal.print(command.help)
      return .done
    }
    return try command.run(try Invocation(Array(arguments.dropFirst()), for: command), terminal)
  }
}
