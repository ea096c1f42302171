import Diagnostics

extension DiagnosticKind {
  static let missingString = DiagnosticKind(
    "missing-string", .warning,
    "A language's strings lack a word that another language's have. The English one is printed until it is added.")
  static let missingTemplate = DiagnosticKind(
    "missing-template", .error, "The theme lacks a template that every site needs.")
  static let addressTaken = DiagnosticKind(
    "address-taken", .error,
    "Two files give one address, so one of them would be lost. Correct a number, rename a file, or remove an alias.")
  static let unknownLanguage = DiagnosticKind(
    "unknown-language", .warning,
    "An issue is in a language that `languages:` in `site.yaml` does not name. Its pages are published under the language's tag."
  )
  /// An image that is not there.
  public static let missingAttachment = DiagnosticKind(
    "missing-attachment", .error,
    "An issue shows an image or links to a file that is not there. Put it beside the issue, or correct its path.")
  /// A path that leaves the folder of content.
  public static let outsideContent = DiagnosticKind(
    "outside-content", .error,
    "A path or a symbolic link leads out of the folder of content. What is published must lie inside it.")
  /// A site without issues.
  public static let noIssues = DiagnosticKind(
    "no-issues", .error, "The folder of issues holds no issue. Put Markdown files into Content/bulletins.")
  /// Something that can not be read as a file.
  public static let notAFile = DiagnosticKind(
    "not-a-file", .error, "What should be a file is a folder or something else, or can't be read.")
  /// A name that can be no address.
  public static let badFileName = DiagnosticKind(
    "bad-file-name", .error,
    "A file's name can't become an address: it is no UTF-8, too long, or hidden parts are in it.")

  /// A link to a file that is not there.
  public static let brokenLink = DiagnosticKind(
    "broken-link", .warning,
    "A link leads to a file that is not there. An address of the web begins with `https://`; a file's path is relative to the issue."
  )

  /// A file that looks like a text and is not read.
  public static let unreadFile = DiagnosticKind(
    "unread-file", .warning,
    "A file looks like an issue, and is not read: issues and pages are Markdown files with names that end in `.md`, below `Content/bulletins` and `Content/pages`."
  )
  static let linkToHeldText = DiagnosticKind(
    "link-to-held-text", .warning,
    "A link leads to a draft, or to a text that is not due yet or no more. The words of the link are published without it; a build that publishes the other text makes it a link."
  )

  /// The kinds that links between texts give.
  public static let linkKinds: Set<DiagnosticKind> = [brokenLink, linkToHeldText]

  /// The kinds that making the site reports.
  public static let siteKinds: [DiagnosticKind] = [
    missingString, missingTemplate, addressTaken, unknownLanguage, missingAttachment, outsideContent, noIssues,
    notAFile, badFileName, brokenLink, linkToHeldText,
    unreadFile,
  ]
}
