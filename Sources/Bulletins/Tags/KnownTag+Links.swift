import Coding
import Text

extension KnownTag {
  /// Addresses of other texts.
  static let links = [
    // `{{< ref "crane.md#height" >}}` of Hugo, `{% link _posts/2016-05-04-crane.md %}` and
    // `{% post_url 2016-05-04-crane %}` of Jekyll.
    KnownTag(["ref", "relref", "link", "post_url"]) { tag in
      guard let path = tag["path"] ?? tag.positional(0), !path.isEmpty, !path.contains("{") else { return nil }
      return .address(address(ofText: path))
    }
  ]

  /// The address of a text that is named by its file, as a link has it until all texts are known.
  private static func address(ofText path: String) -> String {
    let end = path.utf8.firstIndex { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "?") } ?? path.endIndex
    let (file, rest) = (path[..<end], path[end...])
    if file.isEmpty { return String(rest) }
    return TextLink.scheme + TextLink.named + PercentEncoding.encoded(path: String(file)) + rest
  }

  /// What tells engines something and prints nothing.
  static let silent = [
    KnownTag(["assign", "comment", "endcomment", "rawhtml", "unsafe"]) { tag in
      tag.form == .value ? nil : .nothing
    },
    KnownTag(["br"]) { _ in .markup([.tag("<br />")]) },
  ]
}

/// Values that all pages of a site share.
enum SiteTag {
  /// What `{{ site.url }}` and its like print; `nil` for other values.
  static func value(of tag: EngineTag) -> TagMeaning? {
    switch tag.name {
    case "site.baseurl", "site.url", "site.github.url", "base_url", "SITEURL": return .text("")
    case "" where tag.arguments.count == 3 && tag.arguments[1].value == "|":
      // `{{ "/img/crane.png" | relative_url }}`
      guard ["relative_url", "absolute_url", "url"].contains(tag.arguments[2].value) else { return nil }
      let path = tag.arguments[0].value
      return .text(path.hasPrefix("/") ? path : "/" + path)
    default: return nil
    }
  }
}
