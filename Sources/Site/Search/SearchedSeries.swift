import Bulletins
import Search
import Text

/// The texts of a language as a search finds them, and the files of their index below the site's root.
public struct SearchedSeries: Sendable {
  private let series: SeriesValues
  private let searchedNames: SearchedNames
  /// The texts that are found: standing pages, by their addresses, and issues in order, all but drafts that are published
  /// on purpose. An issue that comes out leaves the places of all others as they are.
  public let texts: [SearchedText]
  private let undated: Int
  /// The folder of the files, with a slash at its end.
  public let folder: String

  /// - Parameter pages: The standing pages of all languages.
  init(_ series: SeriesValues, _ pages: [StandingPage]) {
    self.series = series
    let names = SearchedNames(of: series)
    searchedNames = names
    let folder = SearchedSeries.folder(series.addresses)
    self.folder = folder
    let found = pages.filter {
      $0.language == series.addresses.language && !$0.release.isDraft && !$0.address.isEmpty
    }
    undated = found.count
    texts =
      found.sorted { $0.address < $1.address }.map { SearchedText(SearchedPage(page: $0), in: folder) }
      + series.issues.indices.lazy.filter { !series.issues[$0].issue.release.isDraft }.map {
        SearchedText(SearchedIssue($0, of: series, names), in: folder)
      }
  }

  static func folder(_ addresses: Addresses) -> String { addresses.prefix + Addresses.search }

  /// Whether a path in the published folder is one that a file of an index may have.
  public static func mayHave(file: String) -> Bool {
    file.hasSuffix(".js") && (file.hasPrefix(Addresses.search) || file.contains("/" + Addresses.search))
  }

  /// Whether a path in the published folder is in the way of the index of this language, or will be when there are more
  /// words: what only capital letters tell from a file of it is the same file for many disks.
  func takes(_ file: String) -> Bool {
    let file = file.lowercased()
    guard file.hasPrefix(folder.lowercased()) else { return false }
    let parts = file.dropFirst(folder.count).pathParts.map { String($0) }
    guard let first = parts.first else { return false }
    if SearchedSeries.files.contains(first) { return true }
    // Pages may lie in its folders.
    return SearchedSeries.folders.contains(first) && (parts.count == 1 || file.hasSuffix(".js"))
  }

  private static let folders = [IndexedIssues.part, IndexTable.part]
  private static let files = (folders + [partOfNames, partOfVersion]).map { $0 + ".js" }
  /// The part with the names of people and topics.
  public static let partOfNames = "names"
  /// The part that says of which build the others are.
  public static let partOfVersion = "version"

  /// The language.
  public var language: String { series.addresses.language }

  /// The list of the texts.
  public var list: IndexedIssues { IndexedIssues(texts.map(\.line), undated: undated) }

  /// How many people and topics there are.
  var nameCount: Int { series.people.count + series.topics.count }

  /// The people and topics that can be looked for, each on a line: how their pages' addresses end, and their spellings.
  public var names: Bytes {
    let people = searchedNames.people.map { ("@", $0.name) }
    let topics = searchedNames.topics.map { ("#", $0.name) }
    return Bytes(
      (topics + people).map { sign, name in "\(sign)\(name.slug)\t\(name.spellings.joined(separator: "\t"))" }
        .joined(separator: "\n").utf8)
  }

  /// The file of a part of the index.
  ///
  /// - Parameter name: The part's name: `words`, `issues/2010/23`.
  public func file(_ name: String, _ payload: Bytes) -> OutputFile {
    OutputFile(path: "\(folder)\(name).js", bytes: IndexFile.bytes(folder + name, payload))
  }
}
