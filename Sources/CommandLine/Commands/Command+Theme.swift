import Publishing
import Site
import System
import Text

extension Command {
  private static let copy = Option("--copy", "Write the files that are named into Templates, to be changed.")

  static let theme = Command(
    name: "theme", otherNames: ["eject", "template", "templates"],
    summary: "Say what a site changes of the program's theme; copy a file of it to change.",
    operands: "[FILE…]", operandCount: 0...1_000,
    options: [.site, copy],
    discussion: """
      A template, an asset or a word that a site does not have is the program's own. What is printed is the files of the
      site's theme: those that stand in the place of the program's, with the number of lines that differ, those that are
      like them, which can be deleted, and those that the site adds. With --copy, files of the program's theme are
      written into Templates by their names, such as person.html; a file that is there is left as it is.
      """
  ) { invocation, terminal in
    let site = folder(invocation[.site])
    guard FileAccess.kind(site) == .folder else {
      throw EnvironmentError("the site can't be read", site, because: "it is no folder")
    }
    if invocation.has(copy) {
      guard !invocation.operands.isEmpty else { throw UsageError("--copy needs the names of files behind it") }
      for name in invocation.operands { try copy(name, to: site, terminal) }
      return .done
    }
    terminal.print(try OverriddenTheme(of: site).text)
    return .done
  }

  private static func copy(_ name: String, to site: String, _ terminal: Terminal) throws {
    guard let file = BuiltInTheme.files.first(where: { $0.path == name }) else {
      let nearest = BuiltInTheme.files.map(\.path).nearest(to: name)
      throw UsageError(
        "the program's theme has no file \(name)",
        help: nearest.map { "did you mean \($0)?" }
          ?? "it has \(BuiltInTheme.files.map(\.path).joined(separator: ", "))")
    }
    let path = "\(site)/\(Theme.folder)\(name)"
    try FileAccess.writeNew(file.bytes, to: path, below: site)
    terminal.print("\(path) is yours to change\n")
  }
}
