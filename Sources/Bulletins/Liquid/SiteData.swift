import Coding
import Diagnostics
import Languages
import Synchronization
import Text
import YAML

/// What Jekyll knows of a site beside its settings, which tags ask for: files of data, `site.data.tides`, and collections,
/// `site.topics`.
///
/// A class, because all threads that read texts share what was read of the files. It makes no difference to what is read,
/// so that all are equal.
final class SiteData: Sendable, Hashable {
  private let known = Mutex<[String: (digest: Fingerprint?, value: LiquidValue)]>([:])

  /// The value under some keys behind `site`.
  ///
  /// - Parameter note: Is told the path of each file and folder that it depends on.
  func value(of keys: [LiquidValue], in partials: Partials, note: (String) -> Void) -> LiquidValue {
    guard let first = keys.first?.printed, !first.isEmpty else { return .nothing }
    if first == "data" { return data(keys.dropFirst(), in: partials, note: note) }
    for folder in ["Content/_\(first)/", "Content/pages/\(first)/"] {
      note(folder)
      let paths = partials.paths(below: folder)
      if paths.isEmpty { continue }
      let all = value(at: folder, partials) {
        SiteData.collection(paths.compactMap { partials.source(at: $0) }, folder, first)
      }
      return keys.dropFirst().reduce(all) { $0[$1] }
    }
    return .nothing
  }

  private func data(_ keys: ArraySlice<LiquidValue>, in partials: Partials, note: (String) -> Void) -> LiquidValue {
    var path = "Content/_data"
    for (offset, key) in keys.enumerated() {
      path += "/" + key.printed
      for ending in [".yml", ".yaml", ".json"] {
        note(path + ending)
        guard let source = partials.source(at: path + ending) else { continue }
        let all = value(at: path + ending, partials) { SiteData.value(in: source, 0..<source.bytes.count) }
        return keys.dropFirst(offset + 1).reduce(all) { $0[$1] }
      }
    }
    return .nothing
  }

  /// What was read before, unless it changed since.
  private func value(at path: String, _ partials: Partials, read: () -> LiquidValue) -> LiquidValue {
    let digest = partials.digest(of: path)
    if let known = known.withLock({ $0[path] }), known.digest == digest { return known.value }
    let value = read()
    known.withLock { $0[path] = (digest, value) }
    return value
  }

  /// What a file of YAML or JSON says.
  private static func value(in source: SourceFile, _ range: Range<Int>) -> LiquidValue {
    guard case .success(let node) = YAMLDocument.read(source, range) else { return .nothing }
    return LiquidValue(WrittenValue(node).extra)
  }

  /// The texts of a collection that are out; nothing, where that depends on the day: which day it is, nobody knows here, and
  /// what is made of this is kept.
  private static func collection(_ sources: [SourceFile], _ folder: String, _ name: String) -> LiquidValue {
    var members: [LiquidValue] = []
    for source in sources where !Release.isBelowDrafts(source.path) {
      let outline = SourceOutline(of: source, in: languages)
      if outline.problem != nil { return .nothing }
      // What has no front matter belongs to no collection.
      guard let block = outline.frontMatter else { continue }
      let (read, problems) = FrontMatter.read(source, block, languages)
      if read.isDraft?.value == true || read.isWithdrawn?.value == true { continue }
      let mayDepend = read.publishDate != nil || read.expiryDate != nil || read.date != nil
      // What can't be read may be a day in another language.
      if mayDepend || problems.containErrors || !read.unreadable.isEmpty { return .nothing }
      members.append(member(source, block, folder, name))
    }
    return .list(members)
  }

  /// A text of a collection: what it says of itself, and where it is found.
  private static func member(
    _ source: SourceFile, _ block: FrontMatterBlock, _ folder: String, _ collection: String
  ) -> LiquidValue {
    var members: [String: LiquidValue] = [:]
    if block.syntax == .yaml, case .map(let written) = value(in: source, block.content) { members = written }
    let path = source.path.dropFirst(folder.count)
    let name = path.split(separator: ".").first.map(String.init) ?? ""
    // Where a page of Content/pages is found; others are not published.
    let page = folder.hasPrefix("Content/pages/") ? FileName(of: source.path, languages: []).pageAddress : nil
    var address = "/\(page ?? "\(collection)/\(name)")/"
    if case .text(let permalink)? = members["permalink"], permalink.hasPrefix("/") { address = permalink }
    members["url"] = .text(address)
    members["slug"] = members["slug"] ?? .text(String(name.split(separator: "/").last ?? ""))
    members["path"] = .text("_\(collection)/\(path)")
    return .map(members)
  }

  /// For the days that front matter names: in figures, as they are there.
  private static let languages = KnownLanguages(
    own: [KnownLanguages.fallback], fallback: KnownLanguages.fallback, key: "", others: { [] })

  static func == (a: SiteData, b: SiteData) -> Bool { true }

  func hash(into hasher: inout Hasher) {}
}
