import Bulletins
import Foundation
import Publishing
import Text

extension Command {
  private static let title = Option("--title", taking: "TEXT", "The title.")
  private static let authors = Option(
    "--authors", alsoCalled: ["--author", "--by"], taking: "NAMES", "The authors as a byline names them: `A and B`.")
  private static let date = Option(
    "--date", taking: "DATE", "The day on which it comes out, such as 2010-02-11; today unless given.")
  private static let topic = Option(
    "--topic", alsoCalled: ["--topics", "--tag"], taking: "NAMES", "What it will be about; several with commas between."
  )
  private static let double = Option("--double", "A double issue, with two numbers.")
  private static let language = Option(
    "--language", alsoCalled: ["--lang"], taking: "TAG", "The language; the site's first one unless given.")
  private static let open = Option(
    "--open", alsoCalled: ["--edit", "--editor"], "Open it in the editor that VISUAL or EDITOR names.")

  static let new = Command(
    name: "new", otherNames: ["add", "next", "post", "draft"],
    summary: "Begin the next issue, numbered, dated and with the current masthead.",
    operands: "", operandCount: 0...0,
    options: [.site, title, authors, date, topic, double, language, open],
    discussion: """
      Writes a file beside that of the last issue in the language, and prints its path. Numbers go on, and begin anew with
      the year where the series does so; editors and their roles are those of the last issue. What is left to write says
      TODO, which `bulletin check` finds. A file that is there is left as it is.
      """
  ) { invocation, terminal in
    let site = folder(invocation[.site])
    let editor = invocation.has(open) ? try Editor.command() : nil
    let archive = try SiteArchive.read(BuildOptions(site: site, now: try Clock.now)) { terminal.note("note: \($0)\n") }
    let tag = invocation[language] ?? archive.settings.mainLanguage
    guard archive.settings.languages.contains(tag) else {
      let names = archive.settings.languages
      throw UsageError(
        "the site has no language \(tag)",
        help: names.nearest(to: tag).map { "did you mean \($0)?" } ?? "it has \(names.joined(separator: ", "))")
    }
    var day = archive.today
    if let text = invocation[date] {
      guard let written = PublicationDate(iso: text) else {
        throw UsageError("--date must be a day such as \(day), not “\(text)”")
      }
      day = written
    }
    var wishes = NewIssue.Wishes()
    wishes.title = invocation[title].flatMap { $0.trimmed.isEmpty ? nil : $0.trimmed }
    wishes.authors = invocation[authors].flatMap { $0.trimmed.isEmpty ? nil : $0.trimmed }
    wishes.topics = (invocation[topic] ?? "").split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
    wishes.isDouble = invocation.has(double)
    let issue = archive.nextIssue(in: tag, on: day, wishes)
    try NewFile.write(issue.text, to: issue.path, in: site)
    terminal.print(issue.path + "\n")
    terminal.note("\(issue.label.map { "No. \($0), " } ?? "")\(issue.date)\n")
    if let editor { try Editor.open(site + "/" + issue.path, with: editor) }
    return .done
  }
}

/// The editor of whoever runs the program.
private enum Editor {
  /// What starts it, as the environment has it.
  static func command() throws(UsageError) -> String {
    let environment = ProcessInfo.processInfo.environment
    guard let editor = ["VISUAL", "EDITOR"].compactMap({ environment[$0] }).first(where: { !$0.isEmpty }) else {
      throw UsageError("no editor is known", help: "say which one: EDITOR=nano bulletin new --open")
    }
    return editor
  }

  /// Opens a file, and waits until the editor is closed.
  static func open(_ path: String, with editor: String) throws(UsageError) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    // What the variable holds may have options, and is for the shell to take apart.
    process.arguments = ["-c", "exec \(editor) \"$1\"", "sh", path]
    do {
      try process.run()
      process.waitUntilExit()
    } catch {
      throw UsageError("the editor \(editor) can't be started")
    }
  }
}
