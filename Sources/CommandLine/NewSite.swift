import Publishing
import Site
import System
import Text

/// The site that `bulletin init` writes.
enum NewSite {
  /// The path of its issue below the folder of issues.
  static let firstIssue = "2026/001.md"

  /// Writes the site into a folder that is empty or not there.
  static func write(to folder: String) throws(EnvironmentError) {
    try takeFolder(folder)
    let content = [
      ("Content/site.yaml", settings), ("Content/bulletins/\(firstIssue)", issue), ("Content/pages/about.md", about),
      (".gitignore", "/.bulletin/\n/Public/*\n!/Public/.gitignore\n"),
    ]
    for (path, text) in content { try FileAccess.write(Bytes(text.utf8), to: "\(folder)/\(path)", makingFolders: true) }
    for file in BuiltInTheme.files {
      try FileAccess.write(file.bytes, to: "\(folder)/Templates/\(file.path)", makingFolders: true)
    }
  }

  /// Makes the folder, or takes one that is there and empty.
  private static func takeFolder(_ folder: String) throws(EnvironmentError) {
    switch FileAccess.kind(folder) {
    case .nothing: try FileAccess.makeFolder(folder)
    case .folder:
      if try !FileAccess.names(in: folder).isEmpty {
        throw EnvironmentError("a new site can't be made there", folder, because: "the folder is not empty")
      }
    case .file, .other: throw EnvironmentError("a new site can't be made there", folder, because: "it is no folder")
    }
  }

  private static let settings = """
    # Settings of the site. Change these first.
    title: Bulletin
    description: A numbered bulletin.
    base_url: https://bulletin.example.org/
    languages: [en]
    publisher: Example Institute
    series: BULLETIN
    time_zone: Europe/Warsaw

    """

  private static let issue = """
    # BULLETIN

    No. 1 (1) • January 8, 2026 • © Example Institute

    Editors: Ada Example (Editor-in-Chief), Jan Przykład

    ---

    ## The First Issue

    Ada Example

    *An abstract says in a few sentences what the issue finds. It stands in italics, all of it.*

    The first paragraph opens the matter. Everything above the rule is the printed masthead; nothing needs to be typed twice.

    **Topics.** Bold words that open a paragraph become a heading and a topic. Each topic gets a page that leads here.

    **Conclusions.** Build the site, look at it in a browser, and change this text.

    """

  private static let about = """
    # About

    Say here who publishes the bulletin, how often, and where readers can write to.

    """
}
