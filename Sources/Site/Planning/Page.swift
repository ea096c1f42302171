import Coding
import Diagnostics
import Templating
import Text

/// A page of the site before it is rendered: where it goes, which template makes it, and of what.
public struct Page: Sendable {
  /// What a page is about, for messages and the site map.
  public enum Purpose: Sendable, Equatable {
    /// The page of an issue, a list of issues, a standing page.
    case issue, index, standing
    /// A feed, or another file for machines.
    case feed, machine
    /// A page that sends readers on.
    case redirect
  }

  /// The address.
  public let path: PagePath
  /// What it is about.
  public let purpose: Purpose
  /// The template's name.
  public let template: String
  /// The file that it comes from, or a few words where it comes from many.
  public let origin: String
  /// The day of its last content, in ISO form.
  public let date: String?
  /// Whether it shows an unfinished text, published on purpose: no list for machines names it.
  public let isDraft: Bool
  /// Its name, where it shows the texts of issues, so that it can be planned alone.
  public let textPage: TextPage?
  /// Its PDF, where it is printed.
  public let print: PrintedIssue?
  /// The BCP 47 tag of its language.
  let language: String
  /// The same page in other languages.
  var versions: [PageVersion]
  /// Gathers what the template reads; called while the page is rendered.
  let context: Context

  /// How what a template reads is gathered: from texts, and from the page's versions in other languages.
  typealias Context = @Sendable (TextSource, [PageVersion]) -> [Symbol: Value]

  /// What went wrong with a template, as a finding that says on which page.
  public func diagnostic(of failure: Failure) -> Diagnostic {
    var failure = failure
    failure.addNote("while the page /\(path) was made from \(origin)")
    return failure.diagnostic(in: Theme.folder + template)
  }

  /// What a template reads to make the page.
  public struct Contents: Sendable {
    fileprivate let values: [Symbol: Value]
    /// The sources whose texts are among what can be read.
    public let texts: [String]
  }

  /// Gathers what the template reads; texts are fetched from `texts` when it does.
  public func contents(from texts: TextSource) -> Contents {
    Contents(values: context(texts, versions), texts: texts.paths)
  }

  /// The finished file.
  public func rendered(_ contents: Contents, with templates: Templates) throws(Failure) -> OutputFile {
    // The bytes are copied before they are given back.
    try unsafe withRendered(contents, with: templates) { unsafe OutputFile(path: path.file, bytes: Bytes($0)) }
  }

  /// Calls `use` with the bytes of the finished file, which are valid inside of it only.
  public func withRendered<Result>(
    _ contents: Contents, with templates: Templates, _ use: (UnsafeRawBufferPointer) -> Result
  ) throws(Failure) -> Result {
    // What the bytes may be used for is said above; a copy of each page would cost more than writing it.
    try unsafe templates.withRendered(template, contents.values, use)
  }

  /// Digests of everything that the rendering can read: of the templates, and of each part of the context that they name,
  /// in the order of `TemplateDependencies`.
  ///
  /// - Parameter assets: The digest of the theme's assets, for templates that depend on all of them.
  public func dependencies(of contents: Contents, in templates: Templates, assets: Fingerprint) -> Bytes {
    guard let reads = templates.dependencies(of: template) else { return [] }
    var bytes = reads.fingerprint.bytes + (reads.isPure ? Fingerprint(of: []) : assets).bytes
    reads.appendDigests(of: contents.values, to: &bytes)
    return bytes
  }
}
