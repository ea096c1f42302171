import Bulletins
import Coding
import Text

/// Files that tell servers where to send readers who ask for former addresses, also where no page can: what they have
/// over pages is that browsers and search engines are told at once.
enum RedirectRuleFiles {
  /// Adds the files that the settings ask for, once all pages of redirects have their addresses.
  static func add(to plan: inout PlanBuilder) {
    if plan.settings.redirectRules.isEmpty { return }
    let redirects = granted(plan)
    for rules in plan.settings.redirectRules {
      plan.add(file: rules.file, Bytes(rules.text(of: redirects, root: plan.settings.root).utf8))
    }
  }

  /// The redirects of which the page is theirs, and those that have none; the first of each address.
  private static func granted(_ plan: PlanBuilder) -> [ServerRedirect] {
    // nginx compares in small letters.
    var known: Set<String> = []
    return plan.redirects.compactMap { redirect in
      if let page = redirect.address.page {
        guard let owner = plan.owner(of: page), owner.isRedirect, owner.origin == redirect.origin else { return nil }
      }
      guard known.insert(redirect.address.description.lowercased()).inserted else { return nil }
      return ServerRedirect(
        path: redirect.address.path, query: redirect.address.query, target: plan.settings.origin + redirect.target)
    }
  }
}

/// What a server is to do with an address.
struct ServerRedirect {
  /// Below the site's root, without percent signs.
  let path: String
  let query: String?
  /// The whole address of a page.
  let target: String
}

extension RedirectRules {
  /// What the file is called by the server, or by us.
  var file: String {
    switch self {
    case .netlify: "_redirects"
    case .nginx: "redirects.conf"
    case .apache: ".htaccess"
    }
  }

  /// The rules.
  ///
  /// - Parameter root: Where the site lies, with a slash at both ends.
  func text(of redirects: [ServerRedirect], root: String) -> String {
    switch self {
    case .netlify: redirects.map { netlify($0, root) }.joined()
    case .nginx: nginx(redirects, root)
    case .apache: apache(redirects, root)
    }
  }

  /// With a `!`, since a page lies at the address, too.
  private func netlify(_ redirect: ServerRedirect, _ root: String) -> String {
    let path = root + PercentEncoding.encoded(path: redirect.path)
    let query = redirect.query.map { " " + $0.split(separator: "&").joined(separator: " ") } ?? ""
    return "\(path)\(query) \(redirect.target) 301!\n"
  }

  /// One table for paths, as nginx has decoded them, and one for addresses with queries, which it has as they came.
  private func nginx(_ redirects: [ServerRedirect], _ root: String) -> String {
    func table(_ variable: String, _ name: String, _ first: String, _ keys: [(String, String)]) -> String {
      let lines = keys.map { key, target in "  \(quoted(key)) \(quoted(target));\n" }
      return "map \(variable) \(name) {\n  default \(first);\n\(lines.joined())}\n"
    }
    let paths = redirects.filter { $0.query == nil }.map { (root + $0.path, $0.target) }
    let queries = redirects.compactMap { redirect in
      redirect.query.map { (root + PercentEncoding.encoded(path: redirect.path) + "?" + $0, redirect.target) }
    }
    return table("$uri", "$path_moved_to", "\"\"", paths)
      + table("$request_uri", "$moved_to", "$path_moved_to", queries)
  }

  private func quoted(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"\(escaped)\""
  }

  /// Paths for `mod_alias`, queries for `mod_rewrite`, which sees paths from the folder of the file on.
  private func apache(_ redirects: [ServerRedirect], _ root: String) -> String {
    var lines: [String] = []
    for redirect in redirects where redirect.query == nil {
      lines.append("RedirectMatch 301 \"^\(expression(root + redirect.path))$\" \"\(redirect.target)\"")
    }
    let queries = redirects.filter { $0.query != nil }
    if !queries.isEmpty { lines.append("RewriteEngine On") }
    for redirect in queries {
      lines.append("RewriteCond %{QUERY_STRING} \"^\(expression(redirect.query ?? ""))$\"")
      lines.append("RewriteRule \"^\(expression(redirect.path))$\" \"\(redirect.target)\" [R=301,L,QSD]")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// A regular expression for a text and no other.
  private func expression(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if "\\.^$|?*+()[]{}\"".unicodeScalars.contains(scalar) { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}
