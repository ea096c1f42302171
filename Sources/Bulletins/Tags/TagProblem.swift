import Diagnostics

/// What is wrong with a tag of another engine, or with what it takes in.
struct TagProblem: Sendable {
  let kind: DiagnosticKind
  let message: String
  /// Where it stands in the text.
  let range: Range<Int>
  let help: String?
  var notes: [Diagnostic.Note] = []

  /// The same, in a text of which this one is a part that begins at an offset.
  func moved(by offset: Int) -> TagProblem {
    TagProblem(
      kind: kind, message: message, range: range.lowerBound + offset..<range.upperBound + offset, help: help,
      notes: notes)
  }

  /// What is said of a text: each thing once, at the first of its places.
  static func findings(_ problems: [TagProblem], in source: SourceFile) -> [Diagnostic] {
    var known: Set<String> = []
    return problems.filter {
      known.insert($0.kind == .shortcodeFailed || $0.kind == .foreignTag ? $0.message : $0.kind.name).inserted
    }.map {
      problem in
      Diagnostic(
        problem.kind, problem.message, at: source.location(problem.range), notes: problem.notes, help: problem.help)
    }
  }
}

extension TagProblem {
  /// What a tag takes in has so much of something that no parser reads it in time.
  static func tooMuch(_ what: String, at range: Range<Int>) -> TagProblem {
    TagProblem(
      kind: .tooMuchMarkup, message: "\(what) has so much markup that it is no text for readers", range: range,
      help: "take it out, or move it to a file that the text links to")
  }

  /// A component that a program makes.
  static func component(_ name: String, at range: Range<Int>) -> TagProblem {
    TagProblem(
      kind: .foreignTag, message: "the component `\(name)` does nothing here, and is left out", range: range,
      help: "write what it shows as Markdown, or give it a template, Templates/shortcodes/\(name).html")
  }

  /// A class, as kramdown's lists of attributes give one.
  static func foreignClass(at range: Range<Int>) -> TagProblem {
    TagProblem(
      kind: .foreignClass, message: "the program's style sheet knows no class of this text", range: range,
      help: "say in Templates/assets/site.css what it looks like, or take it out")
  }
}

extension DiagnosticKind {
  static let foreignClass = DiagnosticKind(
    "foreign-class", .warning,
    "A list of attributes such as `{: .center}` gives a block a class, which the page keeps. What it looks like is for a style sheet of the site to say; the first one of a file is named. Where `Templates/assets/site.css` knows them, [`checks:`](checking.md) switches this off."
  )
  static let includeOutside = DiagnosticKind(
    "include-outside", .warning,
    "A text includes a file outside of Content, or of its folder `_includes`. Nothing is published in its place. See [Texts from other files](archives.md#texts-from-other-files)."
  )
  static let includeLoop = DiagnosticKind(
    "include-loop", .warning,
    "A file that a text includes includes itself, perhaps through others, or so many stand in each other that nobody means it. It is left out from there on."
  )
  static let unreadInclude = DiagnosticKind(
    "unread-include", .warning,
    "A file that a text includes asks for what only another engine has, such as `site.topics` or a filter of its own. All else of it is published."
  )
  static let shortcodeFailed = DiagnosticKind(
    "shortcode-failed", .error,
    "The template of a shortcode went wrong with what the tag gives it. The note leads to the place in the template."
  )
}
