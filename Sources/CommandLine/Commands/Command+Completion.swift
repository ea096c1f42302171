import Text

extension Command {
  static let completion = Command(
    name: "completion", otherNames: ["completions"],
    summary: "Print what a shell needs to complete commands and options.",
    operands: "SHELL", operandCount: 1...1,
    options: [],
    discussion: """
      The shell is bash, zsh or fish; what is printed says where to put it. For bash, one line of ~/.bashrc will do:
      source <(bulletin completion bash)
      """
  ) { invocation, terminal in
    let name = invocation.operands[0]
    guard let shell = Completion(rawValue: name) else {
      let names = Completion.allCases.map(\.rawValue)
      throw UsageError(
        "the shell must be \(names.joined(separator: " or ")), not “\(name)”",
        help: names.nearest(to: name).map { "did you mean \($0)?" })
    }
    terminal.print(shell.script)
    return .done
  }

  static let manual = Command(
    name: "manual", otherNames: ["man"],
    summary: "Print the manual page.",
    operands: "", operandCount: 0...0,
    options: [],
    discussion: """
      The page has the form that man reads: bulletin manual > bulletin.1; man ./bulletin.1
      """
  ) { _, terminal in
    terminal.print(ManualPage.text)
    return .done
  }
}
