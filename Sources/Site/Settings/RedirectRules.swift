/// A kind of server that can be told in a file where to send readers.
public enum RedirectRules: String, Sendable, CaseIterable {
  /// Netlify, and hosts that read its files.
  case netlify
  /// nginx, in whose configuration the file is included.
  case nginx
  /// Apache, and servers that read its files.
  case apache
}
