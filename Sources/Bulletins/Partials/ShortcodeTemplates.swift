import Coding
import Diagnostics
import Text

/// What a site's own shortcodes are made with: a template for each.
public struct ShortcodeTemplates: Sendable {
  /// A use of one.
  public struct Call: Sendable {
    /// Its name, which is that of its template.
    public let name: String
    /// What is given to it, in order; those whose place tells what they are have no name.
    public let arguments: [(name: String?, value: String)]
    /// What stands between its tags, as HTML; `nil` where it has no end.
    public let inner: Bytes?
    /// The same as it was typed.
    public let innerText: String
    /// The path of the text that it stands in.
    public let path: String
    /// What the text says of itself.
    public let page: [(key: String, value: ExtraValue)]
  }

  /// The paths of the templates, by the names of their shortcodes.
  let paths: [String: String]
  /// The digest of all that each can print, by its path.
  let digests: [String: Fingerprint]
  /// Makes HTML, or says at which place of a template that went wrong.
  let render: @Sendable (Call) -> Result<Bytes, Failure>

  /// A template went wrong.
  public struct Failure: Error {
    let diagnostic: Diagnostic

    /// - Parameter diagnostic: What is wrong, at its place in the template.
    public init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
  }

  /// - Parameters:
  ///   - paths: The paths of the templates, by the names of their shortcodes.
  ///   - digests: The digest of all that each can print, by its path.
  ///   - render: Makes HTML.
  public init(
    paths: [String: String], digests: [String: Fingerprint],
    render: @escaping @Sendable (Call) -> Result<Bytes, Failure>
  ) {
    self.paths = paths
    self.digests = digests
    self.render = render
  }

  /// The folder in which they lie.
  public static let folder = "Templates/shortcodes/"

  /// The path that the template of a shortcode would have.
  static func path(of name: String) -> String { folder + name + ".html" }
}
