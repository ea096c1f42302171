import Bulletins
import Diagnostics
import Site
import System
import Text

/// What the folders of a site hold, found before anything is read.
struct ContentFolder {
  /// Its files, for whoever reads them.
  let sources: SiteSources
  /// Paths of issues, relative to the site.
  private(set) var issues: [String] = []
  /// Paths of standing pages.
  private(set) var pages: [String] = []
  /// Paths of files with the data of languages.
  private(set) var languages: [String] = []
  /// Paths of templates and strings.
  private(set) var templates: [String] = []
  /// Paths of the theme's assets.
  private(set) var assets: [String] = []
  /// Paths of files that are published as they are.
  private(set) var statics: [String] = []
  /// Paths of files that look like texts, and are none that is read.
  private(set) var unread: [String] = []
  /// Paths of files beside issues and pages that are no texts: pictures, tables.
  private(set) var beside: [String] = []
  /// Paths of files that texts may include.
  private(set) var partials: [String] = []
  /// Paths of the templates of shortcodes.
  private(set) var shortcodes: [String] = []
  /// What can't be taken.
  private(set) var diagnostics: [Diagnostic] = []
  /// What is known of pictures, once somebody asks.
  let images: KnownImages
  /// What in Content is left alone.
  private var ignored: [PathPattern] = []
  /// What is read as issues, whatever it is called.
  private var readAnyway: [PathPattern] = []

  /// The path of an asset of the theme below the folder of assets.
  static func assetName(_ path: String) -> String { String(path.dropFirst((Theme.folder + "assets/").count)) }

  /// A folder that nobody has looked into.
  init(unseen site: String) {
    sources = SiteSources(of: site)
    images = KnownImages(of: sources)
  }

  init(site: String) {
    self.init(unseen: site)
    // Read before all other settings, since it decides which files there are; whoever reads those says what is wrong.
    if !isOutside("Content/site.yaml"), let bytes = try? sources.read("Content/site.yaml"),
      ["ignore:", "read:"].contains(where: { bytes.firstOffset(of: Bytes($0.utf8)) != nil })
    {
      (ignored, readAnyway) = SiteSettings.namedPaths(in: SourceFile(path: "Content/site.yaml", bytes: bytes))
    }
    let taken = ((try? FileAccess.names(in: path("Content"))) ?? []).filter { $0.isUTF8 && $0.name.hasPrefix("_") }
    let content =
      (ContentFolder.readFolders + taken.map(\.name).sorted()).map { "Content/" + $0 } + StaticFolders.all.map(\.path)
    for folder in content { walk(folder, within: "Content", ContentFolder.list(of:)) }
    if issues.isEmpty, !diagnostics.contains(where: { $0.path == "Content/bulletins" }) {
      diagnostics.append(
        Diagnostic(
          .noIssues, "the site has no issue", in: "Content/bulletins",
          help: "put the first one there, or let `bulletin init` make a site to start from"))
    }
    walk("Templates", within: "Templates", ContentFolder.list(of:))
    lookForStrays()
  }

  /// Folders that may lie one in the other: far more than anybody means to.
  private static let deepest = 100

  /// The folders of Content whose files are read.
  private static let readFolders = ["bulletins", "pages", "languages"]

  /// Texts in folders of Content that nobody reads: a year's folder beside `bulletins`, say.
  private mutating func lookForStrays() {
    for entry in (try? FileAccess.names(in: path("Content"))) ?? []
    where entry.isUTF8 && !StaticFolders.isHidden(entry.name) && !ContentFolder.readFolders.contains(entry.name)
      && !entry.name.hasPrefix("_")
    {
      let relative = "Content/" + entry.name
      if isIgnored(relative) { continue }
      if StaticFolders.all.contains(where: { $0.path == relative }) { continue }
      if entry.kind == .file, TextForm.isMarkdown(relative) || NamedFiles.meant(by: relative) != nil {
        unread.append(relative)
      }
      if entry.kind == .folder { walk(relative, within: "Content") { TextForm.isMarkdown($0) ? \.unread : nil } }
    }
    unread.sort()
  }

  /// Whether a file of this path would be taken; hidden ones are not.
  static func takes(_ path: String) -> Bool {
    list(of: path) != nil && path.pathParts.allSatisfy { takes(name: String($0), in: path) }
  }

  /// Whether a name in a path is one that is looked at: hidden files are nobody's business, but for those that the web
  /// knows.
  private static func takes(name: String, in path: String) -> Bool {
    !StaticFolders.isHidden(name)
      || StaticFolders.all.contains { path.hasPrefix($0.path + "/") } && StaticFolders.takes(name)
  }

  /// The list that a file belongs to.
  private static func list(of path: String) -> WritableKeyPath<ContentFolder, [String]>? {
    if path.utf8.starts(with: "Content/bulletins/".utf8) {
      if isPartial(path) { return \.partials }
      if isNoText(path) { return nil }
      return TextForm.isMarkdown(path) ? \.issues : isOtherText(path) ? \.unread : nil
    }
    if path.hasPrefix("Content/languages/") {
      return path.hasSuffix(".yaml") ? \.languages : NamedFiles.meant(by: path) != nil ? \.unread : nil
    }
    if path.hasPrefix("Content/pages/") {
      if isPartial(path) { return \.partials }
      if isNoText(path) { return nil }
      return TextForm.isMarkdown(path) ? \.pages : isOtherText(path) ? \.unread : nil
    }
    if StaticFolders.address(of: path) != nil { return \.statics }
    // What texts include, and what tags ask for: Jekyll's data and collections.
    if path.hasPrefix("Content/_"), path.dropFirst("Content/".count).contains("/") {
      return isStrayIssue(path) ? \.unread : \.partials
    }
    if path.hasPrefix(ShortcodeTemplates.folder) { return path.hasSuffix(".html") ? \.shortcodes : nil }
    if path.hasPrefix("Templates/assets/") { return \.assets }
    return path.hasPrefix("Templates/") && isTemplate(path) ? \.templates : nil
  }

  /// The text of a file, for whoever has something to say about it; `nil` where it can't be read any more.
  func source(_ path: String) -> SourceFile? {
    (try? sources.read(path)).map { SourceFile(path: path, bytes: $0) }
  }

  /// The files that are published as they are, by their addresses below the site's root.
  var staticsByAddress: [String: String] {
    Dictionary(statics.compactMap { path in StaticFolders.address(of: path).map { ($0, path) } }) { first, _ in first }
  }

  /// The folder of the site.
  var site: String { sources.site }

  /// The whole path of a file of the site.
  func path(_ relative: String) -> String { site + "/" + relative }

  /// Whether a path of Content leads out of it by a symbolic link: what lies there is nobody's to publish or to quote.
  func isOutside(_ path: String) -> Bool {
    FileAccess.realPath(self.path("Content")).map { isOutside(path, of: $0) } ?? false
  }

  private func isOutside(_ path: String, of root: String) -> Bool {
    FileAccess.realPath(self.path(path)).map { !FileAccess.isInside($0, root) } ?? false
  }

  /// What is said of it.
  static func outside(_ path: String) -> Diagnostic {
    Diagnostic(
      .outsideContent, "this symbolic link leads out of the folder", in: path, help: "copy here what it leads to")
  }

  /// Whether a path is a symbolic link that leads to nothing, or round in a circle: whoever made it meant something to be
  /// there.
  func leadsNowhere(_ path: String) -> Bool {
    let whole = self.path(path)
    return FileAccess.kind(whole) == .nothing && FileAccess.isLink(whole)
  }

  /// What is said of it.
  static func nowhere(_ path: String) -> Diagnostic {
    Diagnostic(
      .notAFile, "this symbolic link leads nowhere", in: path, help: "remove it, or put there what it leads to")
  }

  private func isIgnored(_ path: String) -> Bool {
    !ignored.isEmpty && path.utf8.starts(with: "Content/".utf8) && ignored.contains { $0.matches(path) }
  }

  private mutating func walk(
    _ folder: String, within root: String, _ list: (String) -> WritableKeyPath<ContentFolder, [String]>?
  ) {
    guard FileAccess.kind(path(folder)) == .folder, let rootPath = FileAccess.realPath(path(root)) else {
      // Of parts that were not fetched, a text that asks for one says so.
      if leadsNowhere(folder), !folder.hasPrefix("Content/_"), !isIgnored(folder) {
        diagnostics.append(ContentFolder.nowhere(folder))
      }
      return
    }
    if isOutside(folder, of: rootPath) { return diagnostics.append(ContentFolder.outside(folder)) }
    var open = [folder]
    var seen: Set<String> = []
    while let folder = open.popLast() {
      // Each is found by the path of all those above it, so that a thousand take a minute.
      if folder.pathParts.count > ContentFolder.deepest + 1 {
        diagnostics.append(
          Diagnostic(
            .notAFile, "the folder lies in more than \(ContentFolder.deepest) others", in: folder,
            help: "move it up, or remove it"))
        continue
      }
      // A link to a folder above would be walked for ever.
      guard let real = FileAccess.realPath(path(folder)), seen.insert(real).inserted else { continue }
      do {
        for (name, isUTF8, kind) in try FileAccess.names(in: path(folder))
        where ContentFolder.takes(name: name, in: folder + "/") {
          let relative = folder + "/" + name
          guard isUTF8 else {
            diagnostics.append(Diagnostic(.badFileName, "the file's name is no UTF-8", in: relative, help: "rename it"))
            continue
          }
          take(relative, kind, rootPath, list, &open)
        }
      } catch {
        diagnostics.append(Diagnostic(.notAFile, "the folder can't be read: \(error.reason)", in: folder))
      }
    }
  }

  /// The list that a file belongs to, where some are read whatever they are called.
  private func widened(
    _ path: String, _ list: (String) -> WritableKeyPath<ContentFolder, [String]>?
  ) -> WritableKeyPath<ContentFolder, [String]>? {
    let known = list(path)
    return (known == nil || known == \.partials) && readsAnyway(path) ? \.issues : known
  }

  /// Whether a file of HTML is an issue: front matter says its title, and there or in its name stands its day.
  private func isIssueOfHTML(_ path: String) -> Bool {
    guard path.utf8.starts(with: "Content/bulletins/".utf8), TextForm(ofFile: path) == .html,
      let source = source(path)
    else { return false }
    return Issue.isHTMLBelowFrontMatter(source)
  }

  /// Whether a file is read as an issue, though its name says that it is none.
  func readsAnyway(_ path: String) -> Bool {
    !readAnyway.isEmpty && path.utf8.starts(with: "Content/bulletins/".utf8) && TextForm.isMarkdown(path)
      && readAnyway.contains { $0.matches(path) }
  }

  /// Whether a name ends as those of files do: in a point, and letters with perhaps digits among them.
  private func hasExtension(_ path: String) -> Bool {
    guard let name = path.pathParts.last, let point = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return false }
    let letters = name.utf8[name.utf8.index(after: point)...]
    return letters.contains(where: \.isASCIILetter) && letters.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit }
  }

  private mutating func take(
    _ relative: String, _ known: FileAccess.Kind?, _ root: String,
    _ list: (String) -> WritableKeyPath<ContentFolder, [String]>?,
    _ open: inout [String]
  ) {
    if ignored.contains(where: { $0.matches(relative) }) { return }
    let kind = known ?? FileAccess.kind(path(relative))
    var target = widened(relative, list)
    if target == \.unread, kind == .file, isIssueOfHTML(relative) { target = \.issues }
    // Only what may be a link can lead elsewhere.
    if known == nil, isOutside(relative, of: root) {
      if target == nil, kind == .file { return }
      diagnostics.append(ContentFolder.outside(relative))
    } else if kind == .folder {
      // What is published as it is may lie in folders of any name.
      if let target, target != \.statics, target != \.assets, target != \.partials {
        diagnostics.append(
          Diagnostic(.notAFile, "this is a folder with the name of a file", in: relative, help: "rename it"))
      } else {
        open.append(relative)
      }
    } else if let target {
      if kind == .file {
        self[keyPath: target].append(relative)
      } else if target != \.partials {
        // A text that asks for one which leads nowhere, as those to parts that were not fetched do, says so itself.
        diagnostics.append(Diagnostic(.notAFile, "this is no file that can be read", in: relative))
      }
    } else if kind == .file, ["Content/bulletins/", "Content/pages/"].contains(where: { relative.hasPrefix($0) }),
      !isNoText(relative), !isOfProgram(relative)
    {
      beside.append(relative)
    } else if kind == .nothing, known == nil, !hasExtension(relative), leadsNowhere(relative) {
      // A folder of issues, it seems; of an attachment, the text that links to it says that it is not there.
      diagnostics.append(ContentFolder.nowhere(relative))
    }
  }
}

extension DiagnosticKind {
  static let noIssues = DiagnosticKind(
    "no-issues", .error, "The folder of issues holds no issue. Put Markdown files into Content/bulletins.")
  static let outsideContent = DiagnosticKind(
    "outside-content", .error,
    "A path or a symbolic link leads out of the folder of content. What is published must lie inside it.")
  /// Something that can not be read as a file.
  public static let notAFile = DiagnosticKind(
    "not-a-file", .error,
    "What should be a file is a folder or something else, or can't be read; or a folder lies too deep in others.")
}
