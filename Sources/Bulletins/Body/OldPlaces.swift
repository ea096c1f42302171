import Markdown
import Text

/// Finds the heading that a link means which names its place as another engine does: `#relink-don-t-rebuild`, `#łódź`,
/// `#nets-1` for the second of two, `#toc_nets`, `#crabs-crab` for one with a picture of a crab.
///
/// What differs in capitals alone is a slip: no engine names places so, but for those that begin with `toc_`.
public struct OldPlaces: Sendable {
  private let ids: [String]
  /// Which headings have some words, in the order of the text.
  private let places: [String: [Int]]
  /// The words of headings with pictures, and whose they are.
  private let pictured: [(key: String, place: Int)]

  /// Those of a text.
  public init(_ sections: some Sequence<TextOutline.Section>) {
    var ids: [String] = []
    var places: [String: [Int]] = [:]
    var pictured: [(key: String, place: Int)] = []
    for (place, section) in sections.enumerated() {
      ids.append(section.id)
      let key = OldPlaces.key(of: section.text)
      if key.isEmpty { continue }
      places[key, default: []].append(place)
      if section.text.unicodeScalars.contains(where: { $0.value > 0x7F && $0.properties.isEmoji }) {
        pictured.append((key, place))
      }
    }
    (self.ids, self.places, self.pictured) = (ids, places, pictured)
  }

  /// The id of the heading; `nil` where none is meant for sure.
  public func id(meantBy fragment: String) -> String? {
    let isOfTable = fragment.hasPrefix("toc_")
    guard isOfTable || !fragment.utf8.contains(where: { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }) else {
      return nil
    }
    let key = OldPlaces.key(of: fragment)
    if key.isEmpty { return nil }
    return id(of: key) ?? numbered(fragment) ?? withPicture(key) ?? withElements(fragment)
  }

  /// The first heading with some words.
  private func id(of key: String) -> String? { places[key]?.first.map { ids[$0] } }

  /// Redcarpet begins with `toc_`, and writes the names of elements that stand in a heading: `toc_code-net-code`.
  private func withElements(_ fragment: String) -> String? {
    guard fragment.hasPrefix("toc_") else { return nil }
    let words = fragment.dropFirst("toc_".count).split(separator: "-")
    let plain = OldPlaces.key(of: words.filter { $0 != "code" && $0 != "em" && $0 != "strong" }.joined())
    return id(of: OldPlaces.key(of: words.joined())) ?? id(of: plain)
  }

  /// Of headings with the same words, the first has no number elsewhere, and the second has 1.
  private func numbered(_ fragment: String) -> String? {
    guard let hyphen = fragment.utf8.lastIndex(of: UInt8(ascii: "-")),
      let number = Int(fragment[fragment.index(after: hyphen)...]), number > 0
    else { return nil }
    let same = places[OldPlaces.key(of: String(fragment[..<hyphen]))] ?? []
    return same.indices.contains(number) ? ids[same[number]] : nil
  }

  /// Some engines write the names of pictures.
  private func withPicture(_ key: String) -> String? {
    let meant = pictured.filter { key.hasPrefix($0.key) }
    return meant.count == 1 ? ids[meant[0].place] : nil
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
