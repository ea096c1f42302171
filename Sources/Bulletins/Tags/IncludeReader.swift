import Coding
import Text

/// Reads the files that a text includes, and those that they include.
///
/// A class, because runs of Liquid within each other share it; it lives while one text is read.
final class IncludeReader {
  /// What came of a tag.
  enum Outcome: Equatable {
    /// The text, with what in it nobody understands, and the components in it that programs make.
    case text(Bytes, unknown: String?, components: [String] = [])
    /// The name is no path, or made by another tag.
    case unnamed
    /// There is no such file.
    case missing(String)
    /// The path leaves the folder of content.
    case outside(String)
    /// The file includes itself.
    case loop(String)
  }

  /// Where a file is looked for.
  enum Place {
    /// In a folder `_includes` of the text's folder, or of one above.
    case includes
    /// Beside the text.
    case beside
    /// Beside the text, in the folder of all texts, or in Content.
    case anywhere
  }

  private let path: String
  private let partials: Partials
  private let siteData: SiteData
  private var chain: [String]
  /// The file that included itself, perhaps through others, since somebody last asked.
  private var loop: String?
  /// The files that were taken in, or looked for in vain.
  private(set) var uses: [UsedFile] = []
  private var noted: Set<String> = []
  /// What the Liquid of the text may still cost.
  let allowance = LiquidAllowance()

  init(_ surroundings: TagSurroundings) {
    path = surroundings.path
    partials = surroundings.options.partials
    siteData = surroundings.options.siteData
    chain = [path]
  }

  /// Notes that a text depends on a file, whether it is there or not.
  func note(_ path: String) {
    if noted.insert(path).inserted { uses.append(UsedFile(path: path, digest: partials.digest(of: path))) }
  }

  /// What the site has under some keys.
  func siteValue(_ keys: [LiquidValue]) -> LiquidValue { siteData.value(of: keys, in: partials, note: note) }

  /// The file that included itself while the last tag was read.
  func takeLoop() -> String? {
    defer { loop = nil }
    return loop
  }

  /// What a tag stands for: the name of a file, with what is given to it.
  func outcome(of tag: ArraySlice<UInt8>, in place: Place, _ variables: [String: LiquidValue]) -> Outcome {
    let name = tag.drop(while: \.isASCIISpace).prefix { !$0.isASCIISpace }
    let file = Array(name).string.filter { $0 != "\"" && $0 != "'" }
    guard !file.isEmpty, !file.contains("{") else { return .unnamed }
    guard let paths = candidates(file, place) else { return .outside(file) }
    guard let path = paths.first(where: partials.has), let source = partials.source(at: path) else {
      for path in paths { note(path) }
      return .missing(file)
    }
    note(path)
    if chain.contains(path) || chain.count > IncludeReader.deepest { return .loop(path) }
    guard allowance.spend(bytes: source.bytes.count) else { return .text([], unknown: "so many files") }
    chain.append(path)
    defer { chain.removeLast() }
    var variables = variables
    variables["include"] = .map(parameters(tag[name.endIndex...], variables))
    if TextForm(ofFile: path) == .components { return IncludeReader.outcome(ofMDX: source.bytes) }
    var run = run(variables)
    run.run(LiquidTemplate(source.bytes).nodes)
    return .text(run.output, unknown: run.unknown)
  }

  /// A run of Liquid that finds what the site has, and the files that are included.
  func run(_ variables: [String: LiquidValue]) -> LiquidRun {
    LiquidRun(variables, allowance, site: siteValue) { [self] tag, run in
      switch outcome(of: tag[...], in: .includes, run.variables) {
      case .text(let text, let unknown, _):
        if let unknown { run.note(unknown) }
        return text
      case .unnamed: run.note("`include`")
      case .missing(let file), .outside(let file): run.note("`include \(file)`")
      case .loop(let path): loop = loop ?? path
      }
      return nil
    }
  }

  private static let deepest = 12

  /// The text of a file of MDX, which knows no Liquid, without front matter and without components.
  private static func outcome(ofMDX bytes: Bytes) -> Outcome {
    let lines = sourceLines(of: bytes, in: 0..<bytes.count)
    var start = 0
    if let first = lines.first, bytes[first].elementsEqual("---".utf8),
      let last = lines.dropFirst().first(where: { bytes[$0].elementsEqual("---".utf8) })
    {
      start = last.upperBound
    }
    var text = MDXText(Array(bytes[start...])).markdown
    var components: [String] = []
    for tag in ComponentTag.all(in: text) {
      if !tag.isClosing, !components.contains(tag.name) { components.append(tag.name) }
      for at in tag.range where text[at] != 0x0A { text[at] = 0x20 }
    }
    return .text(text, unknown: nil, components: components)
  }

  /// The paths at which a file may lie; `nil` where they leave the folder of content.
  private func candidates(_ file: String, _ place: Place) -> [String]? {
    let folders = path.pathParts.dropLast().map(String.init)
    let above = folders.indices.reversed().map { folders[...$0].joined(separator: "/") + "/_includes" }
    let bases: [String]
    switch place {
    case .includes: bases = above
    case .beside: bases = [folders.joined(separator: "/")]
    case .anywhere: bases = [folders.joined(separator: "/"), "Content/bulletins", "Content"] + above
    }
    let paths = bases.compactMap { IncludeReader.joined($0, file) }
    return paths.isEmpty && !bases.isEmpty ? nil : paths
  }

  /// A path below Content; `nil` for one that leaves it, or a folder of includes.
  private static func joined(_ folder: String, _ file: String) -> String? {
    var parts = file.hasPrefix("/") ? ["Content"] : folder.pathParts.map(String.init)
    let least = folder.hasSuffix("/_includes") ? parts.count : 1
    for part in file.pathParts where part != "." {
      if part != ".." {
        parts.append(String(part))
      } else if parts.count > least {
        parts.removeLast()
      } else {
        return nil
      }
    }
    return parts.joined(separator: "/")
  }

  /// `title="Nets" count=3`.
  private func parameters(_ text: ArraySlice<UInt8>, _ variables: [String: LiquidValue]) -> [String: LiquidValue] {
    var words = LiquidWords(text)
    var run = LiquidRun(variables, allowance, site: siteValue)
    var parameters: [String: LiquidValue] = [:]
    while let name = words.takeName(), words.take("="), let value = LiquidExpression(&words) {
      parameters[name] = run.value(value)
    }
    return parameters
  }
}
