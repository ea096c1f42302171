import System

/// A program whose sites can be imported.
protocol Engine {
  /// What it is called.
  static var name: String { get }
  /// Whether a folder holds one of its sites.
  static func made(_ site: OldSite) -> Bool
  /// Takes a site over.
  static func take(_ site: OldSite, into content: inout NewContent) throws(EnvironmentError)
}

extension Engine {
  /// Says of folders that are programs and templates that nothing is taken of them.
  static func leave(_ names: [String], of site: OldSite, _ content: inout NewContent, _ why: String) {
    for name in names where site.has(name) { content.doubt(name, why) }
  }

  /// Takes authors' data over.
  static func takeAuthors(_ paths: [String], of site: OldSite, into content: inout NewContent) throws(EnvironmentError)
  {
    guard let path = site.first(of: paths) else { return }
    guard let data = site.settings(path) else { return content.doubt(path, "it can't be read; nothing is taken of it") }
    let authors = AuthorData(data)
    if authors.isEmpty { return content.doubt(path, "no names of people are in it") }
    try content.write("Content/people.yaml", authors.text, from: path)
    if !authors.leftOut.isEmpty {
      content.doubt(path, "what it says beside names is left out: \(authors.leftOut.joined(separator: ", "))")
    }
  }
}

/// What is said of folders that another engine alone understands.
enum LeftFolder {
  static let templates = "templates are of another language; nothing is taken of them"
  static let menus = "menus are part of a theme here (`base.html`); nothing is taken of them"
}
