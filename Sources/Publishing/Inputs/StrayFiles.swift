import Bulletins
import Diagnostics
import Text

/// Files that no text has to do with: some look as if they were to be read, others as if they were to be published.
enum StrayFiles {
  /// What is to be said of them.
  ///
  /// - Parameters:
  ///   - attached: The files that texts show or link to, which are published with them.
  ///   - looksForUnused: Whether files beside texts that nothing links to are looked for, too.
  static func findings(
    in folder: ContentFolder, attached: Set<String>, looksForUnused: Bool = false
  ) -> [Diagnostic] {
    passedOver(in: folder, attached) + unread(in: folder, attached)
      + (looksForUnused ? unused(in: folder, attached) : [])
  }

  /// Files that look like texts, settings or registers, and are called otherwise.
  private static func unread(in folder: ContentFolder, _ attached: Set<String>) -> [Diagnostic] {
    let unread = folder.unread.filter { !attached.contains($0) && !isOfProgram($0) }
    if unread.isEmpty { return [] }
    // What a text was made from lies beside it under its name.
    let texts = Set((folder.issues + folder.pages).map(\.withoutEnding))
    return unread.filter { !texts.contains($0.withoutEnding) }.map {
      Diagnostic(.unreadFile, "this file is not read", in: $0, help: help(for: $0))
    }
  }

  /// Files beside issues and pages that no text shows or links to.
  private static func unused(in folder: ContentFolder, _ attached: Set<String>) -> [Diagnostic] {
    folder.beside.filter { !attached.contains($0) }.map {
      Diagnostic(
        .unusedFile, "no text shows or links to this file, so that it is not published", in: $0,
        help: "link to it from a text, or move it away; what is published as it is lies in Content/static")
    }
  }

  /// Issues whose names say that they are parts of texts, or notes for those who keep the folder.
  private static func passedOver(in folder: ContentFolder, _ attached: Set<String>) -> [Diagnostic] {
    folder.partials.compactMap { path in
      guard path.utf8.starts(with: "Content/bulletins/".utf8), !attached.contains(path), !path.contains("/_includes/"),
        let source = folder.source(path), Issue.hasTitleAndDate(in: source)
      else { return nil }
      let name = path.pathParts.last ?? ""
      return Diagnostic(
        .unreadFile, "this file has title and date, and a name that says that it is no issue", in: path,
        help: "`read: \(name.hasPrefix("_") ? "[\"_*\"]" : "[\"\(name)\"]")` in site.yaml reads it")
    }
  }

  private static func help(for path: String) -> String {
    if let meant = NamedFiles.meant(by: path) { return "rename it to \(meant)" }
    let isInPlace = ["Content/bulletins/", "Content/pages/"].contains { path.utf8.starts(with: $0.utf8) }
    if !isInPlace { return "move it below Content/bulletins" }
    return [".rst", ".docx", ".odt", ".rtf", ".html", ".htm"].contains { path.lowercased().hasSuffix($0) }
      ? "`bulletin import` makes Markdown of it" : "save it as Markdown, with a name that ends in `.md`"
  }
}

extension String {
  /// A path without the ending of its name.
  fileprivate var withoutEnding: Substring {
    guard let dot = utf8.lastIndex(of: UInt8(ascii: ".")), !utf8[dot...].contains(UInt8(ascii: "/")) else {
      return self[...]
    }
    return self[..<dot]
  }
}

extension DiagnosticKind {
  static let unusedFile = DiagnosticKind(
    "unused-file", .advice,
    "A file lies beside the issues or pages, and no text shows it or links to it: nothing publishes it. It was forgotten, or the link to it is misspelt."
  )
  static let unreadFile = DiagnosticKind(
    "unread-file", .warning,
    "A file looks like an issue, or like settings or a register, and is not read: issues and pages are Markdown files with names that end in `.md`, below `Content/bulletins` and `Content/pages`; `site.yaml`, `people.yaml` and `topics.yaml` have these names and no others."
  )
}
