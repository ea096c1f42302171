/// Something that can be given to a command by name. The help, the manual and the parser read the same value.
struct Option: Sendable {
  /// The name with its two hyphens.
  let name: String
  /// What programs of the same kind call it, so that whoever comes from there is led to it.
  let otherNames: [String]
  /// What stands behind it, in capital letters; `nil` for a switch.
  let value: String?
  /// What it does, in half a sentence.
  let summary: String
  /// The values that it may have, where they are few.
  let choices: [String]

  init(
    _ name: String, alsoCalled otherNames: [String] = [], taking value: String? = nil, choices: [String] = [],
    _ summary: String
  ) {
    self.name = name
    self.otherNames = otherNames
    self.value = value
    self.choices = choices
    self.summary = summary
  }

  /// The option as a usage line shows it.
  var usage: String {
    let shown = choices.isEmpty ? value : choices.joined(separator: "|")
    return shown.map { "\(name) \($0)" } ?? name
  }

  static let site = Option(
    "--site", alsoCalled: ["--source", "--root", "--dir"], taking: "DIR",
    "The folder that holds Content and Templates; this folder unless given.")
  static let quiet = Option("--quiet", alsoCalled: ["--silent"], "Print nothing but errors.")
  static let jobs = Option("--jobs", taking: "N", "How many threads work; one for each core unless given.")
  static let strict = Option("--strict", "Treat warnings as errors.")
  static let drafts = Option("--drafts", alsoCalled: ["--buildDrafts", "--unpublished"], "Publish drafts, too.")
  static let future = Option(
    "--future", alsoCalled: ["--buildFuture", "--scheduled"], "Publish texts of days to come, too.")
  static let output = Option(
    "--output", alsoCalled: ["--destination", "--out"], taking: "DIR",
    "The folder of the published site; Public beside Content unless given.")
  static let help = Option("--help", "Print this help; -h does, too.")

  static func format(_ choices: String...) -> Option {
    Option("--format", taking: "FORM", choices: choices, "How results are printed; text unless given.")
  }
}
