import System
import Bulletins
import Diagnostics
import Site

extension SiteReader {
  /// Looks for the files that issues show or link to.
  mutating func check(_ bulletins: [Issue]) {
    for bulletin in bulletins where !bulletin.lead.text.attachments.isEmpty {
      checkAttachments(bulletin.lead.text, of: bulletin.path)
    }
  }

  /// Files that look like texts; what an issue links to is an attachment.
  mutating func noteUnreadFiles() {
    for path in folder.unread where !attachments.contains(path) {
      diagnostics.append(
        Diagnostic(
          .unreadFile, "this file is not read", in: path,
          help: path.hasPrefix("Content/bulletins/") || path.hasPrefix("Content/pages/")
            ? "save it as Markdown, with a name that ends in `.md`" : "move it below Content/bulletins"))
    }
  }

  mutating func checkAttachments(_ text: TextOutline, of path: String) {
    for attachment in text.attachments {
      attachments.insert(attachment.path)
      guard let problem = problem(of: attachment), let source = source(path) else { continue }
      lost.insert(attachment.path)
      let place = source.place(source.range(ofLine: attachment.line))
      diagnostics.append(Diagnostic(problem.kind, problem.message, at: place, help: problem.help))
    }
  }

  private func problem(of attachment: TextOutline.Attachment) -> (kind: DiagnosticKind, message: String, help: String)?
  {
    let whole = folder.path(attachment.path)
    guard attachment.path.hasPrefix("Content/") else {
      return (
        .outsideContent, "“\(attachment.path)” lies outside of the folder of content", "copy the file beside the issue"
      )
    }
    switch FileAccess.kind(whole) {
    case .file:
      guard let root = FileAccess.realPath(folder.path("Content")), let real = FileAccess.realPath(whole),
        real.hasPrefix(root + "/")
      else {
        return (
          .outsideContent, "“\(attachment.path)” leads out of the folder of content", "copy the file beside the issue"
        )
      }
      return nil
    default:
      if attachment.isImage {
        return (.missingAttachment, "there is no image \(attachment.path)", "put it there, or correct its path")
      }
      return (.brokenLink, "there is no file \(attachment.path)", "an address of the web begins with https://")
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
