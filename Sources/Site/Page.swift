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
  let context: @Sendable (Bodies) -> [Symbol: Value]

  /// What went wrong with a template, as a finding that says on which page.
  public func diagnostic(of failure: Failure) -> Diagnostic {
    var failure = failure
    failure.note("while the page /\(path) was made from \(origin)")
    return failure.diagnostic(in: Theme.folder + template)
  }

  /// The finished file.
  public func rendered(with templates: Templates, bodies: Bodies = .held) throws(Failure) -> OutputFile {
    var bytes = Bytes()
    try templates.render(template, context(bodies), to: &bytes)
    return OutputFile(path: path.file, bytes: bytes)
  }

  /// What tells everything that the rendering can read from what another could: the templates, and each part of the
  /// context that they name, in the order of `TemplateReads`.
  ///
  /// - Parameter assets: What tells the theme's assets from others, for templates that depend on all of them.
  /// - Returns: The fingerprints, and the sources whose texts are among what can be read.
  public func dependencies(in templates: Templates, assets: Fingerprint) -> (bytes: Bytes, texts: [String]) {
    guard let reads = templates.reads(of: template) else { return ([], []) }
    let asked = Bodies.Asked()
    var bytes = reads.fingerprint.bytes + (reads.readsWorld ? assets : Fingerprint(of: [])).bytes
    reads.write(context(.fingerprints(noting: asked)), to: &bytes)
    return (bytes, asked.all)
  }
}
