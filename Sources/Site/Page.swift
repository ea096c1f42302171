import Diagnostics
import Templating
import Text

/// A page of the site before it is rendered: where it goes, which template makes it, and of what.
public struct Page: Sendable {
  /// What a page is about, for messages and the site map.
  public enum Kind: Sendable, Equatable {
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
  public let kind: Kind
  /// The template's name.
  public let template: String
  /// The file that it comes from, or a few words where it comes from many.
  public let origin: String
  /// The day of its last content, in ISO form.
  public let date: String?
  /// Gathers what the template reads; called while the page is rendered.
  let context: @Sendable () -> [Symbol: Value]

  /// What went wrong with a template, as a finding that says on which page.
  public func diagnostic(of failure: Failure) -> Diagnostic {
    var failure = failure
    failure.note("while the page /\(path) was made from \(origin)")
    return failure.diagnostic(in: Theme.folder + template)
  }

  /// The finished file.
  public func rendered(with templates: Templates) throws(Failure) -> OutputFile {
    var bytes = Bytes()
    bytes.reserveCapacity(24 << 10)
    try templates.render(template, context(), to: &bytes)
    return OutputFile(path: path.file, bytes: bytes)
  }
}
