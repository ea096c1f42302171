import Bulletins
import Diagnostics
import Site
import System
import Text

/// The files beside texts that these show or link to: whether they are there, and may be published.
struct AttachmentCheck {
  private let folder: ContentFolder
  private let lost: Set<TextLink.Target>
  private var names: FolderNames
  /// Made once a text names a file by an address of the site, or one that is not where its path says.
  private lazy var filesFromRoot = FilesFromRoot(in: folder, former)
  private let former: FilesFromRoot.Former
  /// All files that are published with texts, or looked for in vain, relative to the site.
  private(set) var paths: Set<String> = []
  /// What is known of them.
  private(set) var files = AttachedFiles()
  private(set) var diagnostics: [Diagnostic] = []
  /// The versions of the pictures that texts show, by their paths: pages say how large they are.
  private(set) var pictures: [String: Bytes] = [:]

  /// Looks for the files of issues and pages.
  ///
  /// - Parameters:
  ///   - former: Gives the folders of all texts by their former addresses.
  ///   - lost: Images of which it is known that they are not there.
  init(
    of issues: some Sequence<Issue>, _ pages: [StandingPage], in folder: ContentFolder,
    former: @escaping FilesFromRoot.Former, leaving lost: Set<TextLink.Target> = []
  ) {
    self.folder = folder
    self.former = former
    self.lost = lost
    names = FolderNames(in: folder)
    for issue in issues {
      for article in issue.articles where !article.text.links.isEmpty { check(article.text, of: issue.path) }
    }
    for page in pages { check(page.text, of: page.path) }
  }

  private mutating func check(_ text: TextOutline, of path: String) {
    var source: SourceFile?
    var lacksFigure = false
    for link in text.links {
      noteAddressed(link)
      guard let file = link.attachment?.path else {
        continue
      }
      var known = spelled(file)
      var found = problem(of: link, at: known, written: file)
      if found != nil, let meant = filesFromRoot.file(meantBy: file, in: path) {
        files.spellings[file] = meant
        known = meant
        found = problem(of: link, at: known, written: file)
      }
      paths.insert(known)
      guard let problem = found else {
        if link.isImage {
          pictures[known] = FileStamp(folder.path(known))?.bytes
          checkSize(of: known, shownBy: link, in: path)
        }
        continue
      }
      files.missing.insert(file)
      if link.isImage, lost.contains(link.target) { continue }
      // It may have been a page, which is known only when all addresses are given.
      if problem.kind == .brokenLink || problem.kind == .outsideContent, link.isLikePage { continue }
      // Whoever moves an archive has many, or none.
      if problem.kind == .missingFigure {
        if lacksFigure { continue }
        lacksFigure = true
      }
      // Read again, for the lines to show. A file that is gone by now still lacks what it lacked.
      source = source ?? folder.source(path)
      diagnostics.append(
        source.map { Diagnostic(problem.kind, problem.message, at: $0.location(link.range), help: problem.help) }
          ?? Diagnostic(problem.kind, problem.message, in: path, help: problem.help))
    }
  }

  /// Notes the file that a text names by an address of the site: one of the whole site, or one among texts.
  private mutating func noteAddressed(_ link: TextLink) {
    guard let address = link.sitePath, link.isImage || FilesFromRoot.mayBeFile(address) else { return }
    if !folder.beside.isEmpty, files.addressed[address] == nil, FilesFromRoot.mayBeFile(address),
      let file = filesFromRoot.file(at: address), problem(of: link, at: file, written: file) == nil
    {
      files.addressed[address] = file
      paths.insert(file)
    }
    guard link.isImage, let picture = files.addressed[address] ?? filesFromRoot.published(at: address) else { return }
    pictures[picture] = FileStamp(folder.path(picture))?.bytes
  }

  /// Whether an image takes readers long to load.
  private mutating func checkSize(of image: String, shownBy link: TextLink, in path: String) {
    guard let size = try? FileAccess.size(folder.path(image)), size > AttachmentCheck.largestImage,
      let source = folder.source(path)
    else { return }
    let tenths = size / 100_000
    diagnostics.append(
      Diagnostic(
        .largeImage, "this image has \(tenths / 10).\(tenths % 10) MB", at: source.location(link.range),
        help: "save it smaller: 200 KB are enough for most"))
  }

  /// More bytes than these, a page should not ask for at once.
  private static let largestImage = 1_000_000

  /// The path of a file as the disk spells it: with letters and accents taken apart, as some systems do, or as written.
  private mutating func spelled(_ path: String) -> String {
    if let known = files.spellings[path] { return known }
    guard !path.utf8.allSatisfy({ $0 < 0x80 }), FileAccess.kind(folder.path(path)) == .nothing else { return path }
    // Two texts that differ in that alone are equal.
    guard let found = names.path(of: path, differingIn: .accents) else { return path }
    files.spellings[path] = found
    return found
  }

  private mutating func problem(
    of link: TextLink, at path: String, written: String
  ) -> (kind: DiagnosticKind, message: String, help: String)? {
    guard path.utf8.starts(with: "Content/".utf8) else {
      if link.isImage, link.isOfTag {
        return (.missingFigure, "there is no image \(written) for this figure", DiagnosticKind.missingFigureHelp)
      }
      return (.outsideContent, "“\(path)” lies outside of the folder of content", "copy the file beside the issue")
    }
    let whole = folder.path(path)
    let kind = FileAccess.kind(whole)
    guard kind == .file else {
      if kind == .folder, !link.isImage {
        return (.brokenLink, "\(written) is a folder, of which nothing is published", "link to a file in it")
      }
      let near = names.path(of: path, differingIn: .capitals).map { "did you mean \($0)?" }
      if link.isImage, link.isOfTag {
        return (
          .missingFigure, "there is no image \(written) for this figure", near ?? DiagnosticKind.missingFigureHelp
        )
      }
      return link.isImage
        ? (.missingAttachment, "there is no image \(written)", near ?? "put it there, or correct its path")
        : (.brokenLink, "there is no file \(written)", near ?? "an address of the web begins with https://")
    }
    guard let root = FileAccess.realPath(folder.path("Content")), let real = FileAccess.realPath(whole),
      FileAccess.isInside(real, root)
    else {
      return (.outsideContent, "“\(path)” leads out of the folder of content", "copy the file beside the issue")
    }
    let inner = String(decoding: real.utf8.dropFirst(root.utf8.count), as: UTF8.self)
    if let reason = PrivateFiles.reason(against: "Content" + inner) {
      return (link.isImage ? .missingAttachment : .brokenLink, "\(written) \(reason)", "link to a file for readers")
    }
    if let size = try? FileAccess.size(whole), size > FileAccess.largest {
      return (.notAFile, "\(written) has more than \(FileAccess.largest >> 20) MiB", "publish it elsewhere")
    }
    return nil
  }
}

extension DiagnosticKind {
  static let largeImage = DiagnosticKind(
    "large-image", .advice,
    "An image has more than a megabyte, which takes long to load on the way. Save it with fewer points or as another kind of file; `image_widths:` in `site.yaml` offers readers smaller copies."
  )
}
