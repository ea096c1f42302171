import Publishing

extension Command {
  static let initialise = Command(
    name: "init", otherNames: ["create", "setup"],
    summary: "Make a new site that builds.",
    operands: "DIR", operandCount: 1...1,
    options: [],
    discussion: """
      Writes a folder with settings, a first issue, an about page and the default theme. The folder must not exist, or
      be empty.
      """
  ) { invocation, terminal in
    let folder = invocation.operands[0]
    try NewSite.write(to: folder)
    terminal.print(
      """
      \(folder) is ready. Next:
        bulletin preview --site \(folder) --open
        bulletin build --site \(folder)
      The first issue is \(folder)/Content/bulletins/\(NewSite.firstIssue); the settings are \(folder)/Content/site.yaml.

      """)
    return .done
  }
}
