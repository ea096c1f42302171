import Markdown
import Text

/// Finds the heading that a link means which names its place as another engine does: `#relink-don-t-rebuild`, `#łódź`,
/// `#nets-1` for the second of two, `#toc_nets`, `#crabs-crab` for one with a picture of a crab.
///
/// What differs in capitals alone is a slip: no engine names places so.
struct OldPlaces {
  private let sections: [TextOutline.Section]
  private let keys: [String]

  init(_ sections: [TextOutline.Section]) {
    self.sections = sections
    keys = sections.map { OldPlaces.key(of: $0.text) }
  }

  /// The id of the heading; `nil` where none is meant for sure.
  func id(meantBy fragment: String) -> String? {
    guard !fragment.utf8.contains(where: { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }) else { return nil }
    let key = OldPlaces.key(of: fragment)
    if key.isEmpty { return nil }
    if let first = keys.firstIndex(of: key) { return sections[first].id }
    return numbered(fragment) ?? withPicture(key) ?? withElements(fragment)
  }

  /// Redcarpet begins with `toc_`, and writes the names of elements that stand in a heading: `toc_code-net-code`.
  private func withElements(_ fragment: String) -> String? {
    guard fragment.hasPrefix("toc_") else { return nil }
    let words = fragment.dropFirst("toc_".count).split(separator: "-")
    let plain = OldPlaces.key(of: words.filter { $0 != "code" && $0 != "em" && $0 != "strong" }.joined())
    let whole = OldPlaces.key(of: words.joined())
    return keys.firstIndex { !$0.isEmpty && ($0 == whole || $0 == plain) }.map { sections[$0].id }
  }

  /// Of headings with the same words, the first has no number elsewhere, and the second has 1.
  private func numbered(_ fragment: String) -> String? {
    guard let hyphen = fragment.utf8.lastIndex(of: UInt8(ascii: "-")),
      let number = Int(fragment[fragment.index(after: hyphen)...]), number > 0
    else { return nil }
    let key = OldPlaces.key(of: String(fragment[..<hyphen]))
    let same = keys.indices.filter { keys[$0] == key }
    return same.indices.contains(number) ? sections[same[number]].id : nil
  }

  /// Some engines write the names of pictures.
  private func withPicture(_ key: String) -> String? {
    let meant = sections.indices.filter { place in
      !keys[place].isEmpty && key.hasPrefix(keys[place])
        && sections[place].text.unicodeScalars.contains { $0.value > 0x7F && $0.properties.isEmoji }
    }
    return meant.count == 1 ? sections[meant[0]].id : nil
  }

  /// The letters and figures of a text, in small letters.
  private static func key(of text: String) -> String {
    var key = String.UnicodeScalarView()
    key.append(
      contentsOf: text.lowercased().unicodeScalars.filter {
        $0.properties.isAlphabetic || $0.properties.numericType != nil
      })
    return String(key)
  }
}

extension BodyReader {
  /// Lets links lead to the headings of their text whose places they name as another engine does.
  mutating func followOldPlaces(in root: MarkdownNode) {
    var wanted = Set(outline.links.lazy.filter(\.isInPage).map(\.fragment))
    if wanted.isEmpty { return }
    wanted.subtract(sections.map(\.id) + outline.anchors)
    if wanted.isEmpty { return }
    let places = OldPlaces(sections)
    let ids = wanted.reduce(into: [:]) { $0[$1] = places.id(meantBy: $1) }
    if ids.isEmpty { return }
    // Looked for anew: of the links that there were, some are gone with what they led to.
    root.walk { node, _ in
      guard node.kind == .link else { return }
      let address = node.address
      guard address.utf8.first == UInt8(ascii: "#"), let id = ids[LinkAddress.parts(of: address).fragment] else {
        return
      }
      node.setAddress("#" + id)
    }
    for place in outline.links.indices where outline.links[place].isInPage {
      if let id = ids[outline.links[place].fragment] { outline.links[place].fragment = id }
    }
  }
}
