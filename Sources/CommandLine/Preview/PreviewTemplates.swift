import Diagnostics
import Templating
import Text

/// The preview's own pages, and the parts that it puts into those of the site.
enum PreviewTemplates {
  /// The templates, compiled once, and their mistakes: there are none, as a test says.
  static let compiled: (templates: Templates, mistakes: [Diagnostic]) = {
    let sources = EmbeddedFiles.preview.filter { $0.path.hasSuffix(".html") }.map {
      (name: $0.path, source: SourceFile(path: $0.path, bytes: Bytes($0.text.utf8)))
    }
    let schema = ContextSchema(
      [],
      own: [
        list.declaration, panel.declaration, mistakes.declaration, script.declaration, brokenPage.declaration,
        unreadableSite.declaration, changes.declaration,
      ])
    let options = SyntaxOptions(trimBlocks: true, lstripBlocks: true, keepTrailingNewline: true)
    return Templates.compile(sources, schema: schema, options: options)
  }()

  /// What stands in the place of a page whose template fails, and that never was right.
  static let brokenPage = PageTemplate<Void>("broken-page.html", [])

  /// What stands in the place of a site whose settings or theme can't be used.
  static let unreadableSite = PageTemplate<Void>("unreadable-site.html", [])

  /// The element that loads the script into a page.
  static let script = PageTemplate<(page: String, tag: String)>(
    "script.html",
    [
      .init("page", .scalar, "The address of the page.") { Value($0.page) },
      .init("tag", .scalar, "The fingerprint of the page's bytes.") { Value($0.tag) },
    ])

  /// The panel of mistakes; a page that drowns in them shows the first ones.
  static let mistakes = PageTemplate<[Diagnostic]>(
    "mistakes.html",
    [
      style(),
      .init("messages", .list(.scalar), "The first mistakes, as a build prints them.") { messages($0.prefix(50)) },
      .init("unsaid", .scalar, "How many more there are.") { .int(max(0, $0.count - 50)) },
    ])

  /// How the panels look, whatever the theme is. They have it in them, so that they never stand without it.
  static func style<Subject>() -> RecordType<Subject>.Field {
    let style = Value.safe(PreviewAsset.panelStyle.bytes)
    return .init("style", .scalar, "The style sheet of the panels.") { _ in style }
  }

  /// What is wrong, as a build prints it.
  static func messages(_ diagnostics: some Sequence<Diagnostic>) -> Value {
    .list(diagnostics.map { Value($0.printed) })
  }
}
