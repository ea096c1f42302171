import Markdown
import Text

/// What some programs add to Markdown, each to be switched on or off for a site.
public enum MarkdownExtension: String, Sendable, CaseIterable {
  /// `> [!NOTE]` of GitHub, `:::note` of Docusaurus and others.
  case alerts
  /// A term, and `: ` before what it means, on the lines below.
  case definitionLists = "definition_lists"
  /// `[TOC]`, in whose place the headings of the text stand.
  case contents
  /// `:tada:`, the names of pictures.
  case emoji

  /// Those that are on unless a site says otherwise.
  public static let usual: Set<MarkdownExtension> = [.alerts, .definitionLists, .contents]
}

extension Set where Element == MarkdownExtension {
  /// What changes the tree of a text; `nil` for most texts, in which no sign of an extension stands.
  func amendment(of text: Bytes) -> ((MarkdownNode) -> Void)? {
    var parts: [(MarkdownNode) -> Void] = []
    if contains(.alerts), text.firstOffset(of: Bytes("[!".utf8)) != nil { parts.append(Alert.write) }
    if contains(.definitionLists), text.firstOffset(of: Bytes("\n:".utf8)) != nil { parts.append(DefinitionList.write) }
    if contains(.emoji), text.firstOffset(of: UInt8(ascii: ":")) != nil { parts.append(EmojiName.write) }
    if parts.isEmpty { return nil }
    return { root in
      for part in parts { part(root) }
    }
  }

  /// Takes out of another tree of a text what its readers see as something else: the marks of alerts and of contents.
  func removeMarks(from root: MarkdownNode, of text: Bytes) {
    if contains(.alerts), text.firstOffset(of: Bytes("[!".utf8)) != nil { Alert.write(in: root) }
    if contains(.contents), TableOfContents.mayBe(in: text) {
      for place in TableOfContents.places(in: root) { place.remove() }
    }
  }

  /// Their names in a fixed order.
  var key: String { map(\.rawValue).sorted().joined(separator: ",") }
}

extension MarkdownNode {
  /// The nodes of a kind from this one down, gathered before any is changed.
  func all(where isWanted: (MarkdownNode) -> Bool) -> [MarkdownNode] {
    var found: [MarkdownNode] = []
    walk { node, _ in if isWanted(node) { found.append(node) } }
    return found
  }
}
