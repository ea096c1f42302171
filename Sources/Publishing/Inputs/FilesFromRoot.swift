import Site
import Text

/// Finds files that texts name as other engines count paths: from the root of the site, below which they publish the files
/// among their texts, too, or from the address of the page.
struct FilesFromRoot {
  /// Paths of files among texts.
  private let beside: Set<String>
  /// Paths of files that are published as they are, by their addresses.
  private let statics: [String: String]

  /// Gives the folders of all texts by their former addresses.
  typealias Former = @Sendable () -> FormerFolders
  private let makeFormer: Former
  /// Made once a text names a file that is found nowhere else.
  private lazy var former = makeFormer()

  init(in folder: ContentFolder, _ former: @escaping Former) {
    makeFormer = former
    beside = Set(folder.beside)
    statics = folder.staticsByAddress
  }

  /// The file that is published as it is at an address of the site.
  func published(at address: String) -> String? { statics[address] }

  /// Whether an address of the site may be that of a file, and not of a page: most are not.
  static func mayBeFile(_ address: String) -> Bool {
    let name = address.utf8.suffix(while: { $0 != UInt8(ascii: "/") })
    return name.contains(UInt8(ascii: "."))
  }

  /// The file among texts that stands at an address of the site, or stood there beside a text; `nil` where nothing did, or
  /// something else does.
  mutating func file(at address: String) -> String? {
    guard statics[address] == nil else { return nil }
    let parts = address.pathParts
    // The folder of texts is often brought without its name.
    return [parts[...], parts.dropFirst()].lazy.map { "Content/bulletins/" + $0.joined(separator: "/") }
      .first { beside.contains($0) } ?? former.path(of: address).flatMap { beside.contains($0) ? $0 : nil }
  }

  /// The file that a path in a text means as another engine counts paths, where there is none at the path.
  mutating func file(meantBy path: String, in text: String) -> String? {
    file(meantBy: path, asAddressOf: text) ?? file(meantBy: path)
      ?? former.paths(meantBy: path, in: text).first { beside.contains($0) }
  }

  /// The file that a path beside a text means, where there is none at the path; `nil` where nothing has such an address.
  ///
  /// - Parameter path: The path, from the folder of the site.
  private func file(meantBy path: String) -> String? {
    var parts = path.pathParts.drop { $0 == ".." }
    // A name alone is that of the root only where the path climbs there.
    let isOfRoot = parts.count == 2 && parts.first == "Content" || parts.count == 1
    while parts.count > 1 || isOfRoot && parts.count == 1 {
      if let found = statics[parts.joined(separator: "/")] { return found }
      parts = parts.dropFirst()
    }
    return nil
  }

  /// The file that a path means which climbs from the address of its page: a folder deeper than the text lies.
  ///
  /// - Parameters:
  ///   - path: The path, as if it climbed from the text's own folder.
  ///   - text: The path of the text.
  private func file(meantBy path: String, asAddressOf text: String) -> String? {
    let (wanted, folder) = (path.pathParts, text.pathParts.dropLast())
    let shared = zip(wanted, folder).prefix { $0 == $1 }.count
    guard shared < folder.count else { return nil }
    let deeper = (folder[...folder.index(folder.startIndex, offsetBy: shared)] + wanted[shared...])
      .joined(separator: "/")
    return beside.contains(deeper) ? deeper : nil
  }
}

extension String.UTF8View {
  /// The last bytes of which each is as wanted.
  fileprivate func suffix(while isWanted: (UInt8) -> Bool) -> Substring.UTF8View {
    let before = lastIndex { !isWanted($0) }
    return self[(before.map(index(after:)) ?? startIndex)...]
  }
}
