import Text

/// What a command was given.
struct Invocation: Sendable {
  /// What stood without a name.
  let operands: [String]
  private let values: [String: String]

  /// Whether an option was given.
  func has(_ option: Option) -> Bool { values[option.name] != nil }

  /// The value of an option.
  subscript(option: Option) -> String? { values[option.name] }

  /// The value of an option that is a number, at least 1.
  func number(_ option: Option) throws(UsageError) -> Int? {
    guard let text = values[option.name] else { return nil }
    guard let number = Int(text), (1...1024).contains(number) else {
      throw UsageError("\(option.name) must be a number from 1 to 1024, not “\(text)”")
    }
    return number
  }

  /// Reads what follows a command's name.
  init(_ arguments: [String], for command: Command) throws(UsageError) {
    var operands: [String] = []
    var values: [String: String] = [:]
    var rest = arguments[...]
    var onlyOperands = false
    while let argument = rest.popFirst() {
      // A hyphen alone is a file's name.
      guard argument.hasPrefix("-"), argument != "-", !onlyOperands else {
        operands.append(argument)
        continue
      }
      if argument == "--" {
        onlyOperands = true
        continue
      }
      let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
      guard let option = command.options.first(where: { $0.name == parts[0] }) else {
        throw Invocation.unknownOption(parts[0], of: command)
      }
      values[option.name] = try Invocation.value(of: option, among: command.options.map(\.name), parts, &rest)
    }
    guard command.operandCount.contains(operands.count) else {
      let wanted = command.operands.isEmpty ? "takes nothing but options" : "takes \(command.operands)"
      throw UsageError("bulletin \(command.name) \(wanted)", help: "bulletin \(command.name) --help tells more")
    }
    self.operands = operands
    self.values = values
  }

  private static func unknownOption(_ name: String, of command: Command) -> UsageError {
    let meant =
      command.options.first { $0.otherNames.contains(name) }?.name
      ?? (command.options + [.help]).map(\.name).nearest(to: name)
    return UsageError(
      "bulletin \(command.name) has no option \(name)",
      help: meant.map { "did you mean \($0)?" } ?? "bulletin \(command.name) --help lists them")
  }

  /// Whether help is asked for: among the options, not behind a `--`.
  static func asksForHelp(_ arguments: some Sequence<String>) -> Bool {
    arguments.prefix { $0 != "--" }.contains { $0 == "--help" || $0 == "-h" }
  }

  private static func value(
    of option: Option, among names: [String], _ parts: [String], _ rest: inout ArraySlice<String>
  ) throws(UsageError) -> String {
    guard let wanted = option.value else {
      if parts.count > 1 { throw UsageError("\(option.name) takes no value") }
      return ""
    }
    // The name of another option is none, though a file could be called like that.
    let isMissing = parts.count == 1 && rest.first.map { next in names.contains { $0 == next } } ?? true
    guard !isMissing, let value = parts.count > 1 ? parts[1] : rest.popFirst() else {
      throw UsageError("\(option.name) needs \(wanted) behind it")
    }
    if !option.choices.isEmpty, !option.choices.contains(value) {
      let nearest = option.choices.nearest(to: value).map { "did you mean \($0)?" }
      throw UsageError(
        "\(option.name) must be \(option.choices.joined(separator: " or ")), not “\(value)”", help: nearest)
    }
    return value
  }
}

/// A command line that can't be understood.
struct UsageError: Error {
  let message: String
  let help: String?

  init(_ message: String, help: String? = nil) {
    self.message = message
    self.help = help
  }
}
