import Bulletins
import Diagnostics
import Site
import System

/// The files beside texts that these show or link to: whether they are there, and may be published.
struct AttachmentCheck {
  private let folder: ContentFolder
  /// All files that are published with texts, or looked for in vain, relative to the site.
  private(set) var paths: Set<String> = []
  /// Those that are not there or not to be published.
  private(set) var missing: Set<String> = []
  private(set) var diagnostics: [Diagnostic] = []

  /// Looks for the files of issues and pages.
  init(of issues: some Sequence<Issue>, _ pages: [StandingPage], in folder: ContentFolder) {
    self.folder = folder
    for issue in issues {
      for article in issue.articles where !article.text.attachments.isEmpty { check(article.text, of: issue.path) }
    }
    for page in pages { check(page.text, of: page.path) }
    noteUnreadFiles()
  }

  private mutating func check(_ text: TextOutline, of path: String) {
    paths.formUnion(text.attachments.map(\.path))
    let wrong = text.attachments.compactMap { attachment in problem(of: attachment).map { (attachment, $0) } }
    if wrong.isEmpty { return }
    // Read again, for the lines to show. A file that is gone by now still lacks what it lacked.
    let source = (try? FileAccess.read(folder.path(path))).map { SourceFile(path: path, bytes: $0) }
    for (attachment, problem) in wrong {
      missing.insert(attachment.path)
      if let source {
        let line = source.location(source.range(ofLine: attachment.line))
        diagnostics.append(Diagnostic(problem.kind, problem.message, at: line, help: problem.help))
      } else {
        diagnostics.append(Diagnostic(problem.kind, problem.message, in: path, help: problem.help))
      }
    }
  }

  private func problem(
    of attachment: TextOutline.Attachment
  ) -> (kind: DiagnosticKind, message: String, help: String)? {
    guard attachment.path.utf8.starts(with: "Content/".utf8) else {
      return (
        .outsideContent, "“\(attachment.path)” lies outside of the folder of content", "copy the file beside the issue"
      )
    }
    let whole = folder.path(attachment.path)
    guard FileAccess.kind(whole) == .file else {
      if attachment.isImage {
        return (.missingAttachment, "there is no image \(attachment.path)", "put it there, or correct its path")
      }
      return (.brokenLink, "there is no file \(attachment.path)", "an address of the web begins with https://")
    }
    guard let root = FileAccess.realPath(folder.path("Content")), let real = FileAccess.realPath(whole),
      FileAccess.isInside(real, root)
    else {
      return (
        .outsideContent, "“\(attachment.path)” leads out of the folder of content", "copy the file beside the issue"
      )
    }
    return nil
  }

  /// Files that look like texts; what a text links to is an attachment.
  private mutating func noteUnreadFiles() {
    for path in folder.unread where !paths.contains(path) {
      let isInPlace = path.utf8.starts(with: "Content/bulletins/".utf8) || path.utf8.starts(with: "Content/pages/".utf8)
      diagnostics.append(
        Diagnostic(
          .unreadFile, "this file is not read", in: path,
          help: isInPlace
            ? "save it as Markdown, with a name that ends in `.md`" : "move it below Content/bulletins"))
    }
  }
}

extension DiagnosticKind {
  static let missingAttachment = DiagnosticKind(
    "missing-attachment", .error,
    "An issue shows an image or links to a file that is not there. Put it beside the issue, or correct its path.")
  static let unreadFile = DiagnosticKind(
    "unread-file", .warning,
    "A file looks like an issue, and is not read: issues and pages are Markdown files with names that end in `.md`, below `Content/bulletins` and `Content/pages`."
  )
}
