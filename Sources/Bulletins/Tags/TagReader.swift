import Text

/// Goes through the tags of a text, and finds what each means.
struct TagReader {
  let text: Bytes
  let surroundings: TagSurroundings?
  /// What stands in the place of tags.
  private(set) var meanings: [(range: Range<Int>, meaning: TagMeaning)] = []
  /// Addresses of links by reference, from other files.
  private(set) var definitions = Bytes()
  private(set) var problems: [TagProblem] = []
  /// The values that tags can name: those of the text, and those that tags give.
  var variables: [String: LiquidValue]
  /// Those of them that are passages of the text.
  var captured: Set<String> = []
  let includes: IncludeReader?
  /// Unknown shortcodes that show a picture: what ends them prints nothing.
  private var pictured: Set<String> = []
  private let allowance: LiquidAllowance
  /// The ends of the shortcodes of the text, by where these begin.
  lazy var ends: TagEnds = {
    guard let names = surroundings?.options.partials.shortcodes?.paths else { return TagEnds() }
    return TagEnds(in: text) { names[$0.name] != nil }
  }()
  /// The ends of the words of the text that stand between tags.
  private lazy var enclosures: TagEnds = {
    let setsApart = setsApart
    return TagEnds(in: text, passing: TagReader.passed) { Enclosure.begins(with: $0, alerts: setsApart) }
  }()
  /// The tags of Liquid around words.
  lazy var blocks = LiquidBlocks(in: text, passing: TagReader.passed)
  /// What is not kept behind a part of one that is: by where it begins, where it ends.
  var restsOfBlocks: [Int: Int] = [:]
  /// What the ends mean of those that have begun so far, by where they stand.
  private var enclosureEnds: [Int: TagMeaning] = [:]
  /// Whether no comment that begins from here on has an end.
  private var lacksCommentEnd = false

  init(_ text: Bytes, in surroundings: TagSurroundings?) {
    self.text = text
    self.surroundings = surroundings
    let includes = surroundings.map { IncludeReader($0) }
    self.includes = includes
    allowance = includes?.allowance ?? LiquidAllowance()
    variables = surroundings.map { ["page": .map($0.liquidPage)] } ?? [:]
    if let values = surroundings?.options.values, values != .none { variables["site"] = .map(values.members) }
  }

  /// Whether the site sets words apart.
  private var setsApart: Bool { surroundings?.options.extensions.contains(.alerts) ?? true }

  /// The files that were taken in, or looked for in vain.
  var uses: [UsedFile] { includes?.uses ?? [] }

  /// Reads all tags.
  ///
  /// - Parameter first: Where the first may stand.
  mutating func read(from first: Int) {
    var at = first
    var skipping: String?
    while true {
      if let tag = EngineTag(text, at: at) {
        if let end = skipping {
          if tag.name == end { skipping = nil }
        } else if tag.form == .statement, let end = TagReader.quoting[tag.name] {
          skipping = end
        } else {
          at = max(at, read(tag) - 1)
        }
        at = max(at, tag.range.upperBound - 1)
      }
      guard let next = EngineTag.firstOpening(in: text, from: at + 1) else { return }
      at = next
    }
  }

  /// Reads the components of a text that has any: one that shows a text of its own stands for that, and others are made
  /// by programs, so that only what stands in them is a text.
  mutating func readComponents() {
    guard let imports = surroundings?.components else { return }
    let tags = ComponentTag.all(in: text).filter { tag in !meanings.contains { $0.range.overlaps(tag.range) } }
    var end = 0
    for tag in tags where tag.range.lowerBound >= end {
      end = readShortcode(tag) ?? tag.range.upperBound
      if end > tag.range.upperBound || meanings.last?.range.lowerBound == tag.range.lowerBound { continue }
      if !tag.isClosing, let path = imports[tag.name], let meaning = included(Bytes(path.utf8), .beside, by: tag) {
        put(meaning, at: tag.range)
        continue
      }
      put(.nothing, at: tag.range)
      if !tag.isClosing { report(.component(tag.name, at: tag.range)) }
    }
    if !tags.isEmpty { order() }
  }

  /// Puts what was found in the order of the text.
  mutating func order() { meanings.sort { $0.range.lowerBound < $1.range.lowerBound } }

  /// Tags between which others are meant to be seen, and what ends them.
  private static let quoting = [
    "raw": "endraw", "verbatim": "endverbatim", "highlight": "endhighlight", "code": "endcode",
    "codeblock": "endcodeblock",
  ]

  /// The same with comments.
  static let passed = quoting.merging(["comment": "endcomment"]) { first, _ in first }

  /// Reads the tag before or behind words that are set apart. One without the other means nothing, since all that follows
  /// would be set apart, too.
  private mutating func readEnclosure(_ tag: EngineTag) -> Bool {
    if let end = enclosureEnds.removeValue(forKey: tag.range.lowerBound) {
      put(end, at: tag.range)
      return true
    }
    guard Enclosure.begins(with: tag, alerts: setsApart), let end = enclosures.end(of: tag) else { return false }
    let (before, behind) = Enclosure.meanings(of: tag)
    put(before, at: tag.range)
    enclosureEnds[end.lowerBound] = behind
    return true
  }

  /// Reads a tag.
  ///
  /// - Returns: The end of what it stands for.
  private mutating func read(_ tag: EngineTag) -> Int {
    if tag.form == .statement, tag.name == "comment", let end = endOfComment(behind: tag) {
      put(.nothing, at: tag.range.lowerBound..<end)
      return end
    }
    if tag.isQuoted {
      put(.text(tag.shown(in: text)), at: tag.range)
      return tag.range.upperBound
    }
    if let end = readShortcode(tag) ?? readBlock(tag) { return end }
    if readEnclosure(tag) { return tag.range.upperBound }
    if tag.form == .statement, tag.name == "assign" { assign(tag) }
    if let meaning = KnownTag.meaning(of: tag) ?? asset(of: tag) ?? included(by: tag) ?? value(of: tag) {
      put(meaning, at: tag.range)
    } else if let picture = KnownTag.picture(of: tag, isAlone: stands(alone: tag)) {
      pictured.insert(tag.name)
      put(picture, at: tag.range)
    } else if tag.isClosing, pictured.contains(tag.name) {
      put(.nothing, at: tag.range)
    } else if beginsAddress(tag) {
      put(.unknown, at: tag.range)
    }
    return tag.range.upperBound
  }

  /// Whether a tag with blanks in it begins the address of a link, there or by reference: `[pier]: {{ site.root }}/pier/`.
  private func beginsAddress(_ tag: EngineTag) -> Bool {
    let before = text[..<tag.range.lowerBound].suffix(3)
    guard text[tag.range].contains(where: \.isASCIISpace) else { return false }
    return before.suffix(2).elementsEqual("](".utf8) || before.elementsEqual("]: ".utf8)
      || before.suffix(2).elementsEqual("]:".utf8)
  }

  /// Whether nothing else stands on the lines of a tag.
  private func stands(alone tag: EngineTag) -> Bool {
    let before = text[..<tag.range.lowerBound].reversed().prefix { $0 != 0x0A }
    let behind = text[tag.range.upperBound...].prefix { $0 != 0x0A }
    return before.allSatisfy(\.isASCIISpace) && behind.allSatisfy(\.isASCIISpace)
  }

  /// What a tag of Hexo's shows or leads to, which lies in a folder beside the text that is called as the text is.
  private func asset(of tag: EngineTag) -> TagMeaning? {
    guard tag.form == .statement, tag.name.utf8.starts(with: "asset_".utf8), let surroundings else { return nil }
    let name = surroundings.path.pathParts.last ?? ""
    let folder = name.utf8.lastIndex(of: UInt8(ascii: ".")).map { name[..<$0] } ?? name
    return KnownTag.asset(of: tag, in: String(folder))
  }

  /// Notes what stands in the place of a tag.
  mutating func put(_ meaning: TagMeaning, at range: Range<Int>) { meanings.append((range, meaning)) }

  /// Notes what is wrong with a tag.
  mutating func report(_ problem: TagProblem) { problems.append(problem) }

  /// Adds addresses from another file.
  mutating func define(_ new: Bytes) { if definitions.count < TagReader.mostDefinitions { definitions += new } }

  private static let mostDefinitions = 1 << 20

  private mutating func endOfComment(behind tag: EngineTag) -> Int? {
    var at = tag.range.upperBound
    while !lacksCommentEnd, let found = text.firstOffset(of: Bytes("{%".utf8), from: at) {
      if let end = EngineTag(text, at: found), end.name == "endcomment" { return end.range.upperBound }
      at = found + 2
    }
    lacksCommentEnd = true
    return nil
  }

  /// What a value is that the text itself gives: `{% assign home = "…" %}`, and later `{{ home }}`.
  private mutating func value(of tag: EngineTag) -> TagMeaning? {
    if tag.form == .shortcode, tag.name == "param", let name = tag.positional(0) {
      // As in Hugo, what the text says of itself goes before what the site says.
      let own = name.split(separator: ".").reduce(variables["page"] ?? .nothing) { $0[.text(String($1))] }
      return (own == .nothing ? surroundings?.options.values[name] : own.printed).map { .text($0) }
    }
    guard tag.form == .value, case .output(let expression)? = LiquidTemplate(Array(text[tag.range])).nodes.first,
      case .name(let name, let path) = expression.operand
    else { return nil }
    var run = run
    if variables[name] == nil, name != "site" {
      // Eleventy calls what a text says of itself by its key alone.
      guard let own = variables["page"]?[.text(name)], own != .nothing else { return nil }
      run.variables[name] = own
    }
    let value = run.value(expression)
    guard value != .nothing, run.unknown == nil else { return nil }
    var isPassage = captured.contains(name) || expression.calls.contains { $0.name == "markdownify" }
    if name == "page", case .value(.text(let key))? = path.first { isPassage = TagReader.passages.contains(key) }
    return passage(value.printed, at: tag, if: isPassage) ?? .text(value.printed)
  }

  /// Keys under which passages stand, with whatever marks of Markdown.
  private static let passages: Set<String> = ["excerpt", "description"]

  /// A run of what stands in a tag.
  private var run: LiquidRun { LiquidRun(variables, allowance, site: includes?.siteValue ?? { _ in .nothing }) }

  /// Takes over what a tag gives a name.
  private mutating func assign(_ tag: EngineTag) {
    guard case .assign(let name, let expression)? = LiquidTemplate(Array(text[tag.range])).nodes.first else { return }
    var run = run
    let value = run.value(expression)
    variables[name] = run.unknown == nil ? value : nil
  }
}

extension EngineTag {
  /// What a tag that is only shown looks like: `{{</* figure */>}}` is `{{< figure >}}`.
  fileprivate func shown(in text: Bytes) -> String {
    Array(text[range]).string.replacing("/*", with: "", maxReplacements: 1).replacing("*/", with: "")
  }
}
