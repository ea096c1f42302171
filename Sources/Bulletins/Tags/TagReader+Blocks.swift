import Text

/// Tags of Liquid around words of a text: `{% if page.frozen %}`, `{% case … %}`, `{% for … %}`, `{% capture … %}`.
extension TagReader {
  /// Reads a tag around words, or one that parts them or ends them. What a condition keeps stays where it is, and is read
  /// as all else.
  ///
  /// A tag that asks for what only its engine knows stays as it was typed, with all that belongs to it: to choose without
  /// knowing would take words away that readers had.
  ///
  /// - Returns: The end of what was read; `nil` for other tags.
  mutating func readBlock(_ tag: EngineTag) -> Int? {
    guard tag.form == .statement else { return nil }
    if let end = restsOfBlocks.removeValue(forKey: tag.range.lowerBound) {
      put(.nothing, at: tag.range.lowerBound..<end)
      return end
    }
    guard LiquidBlocks.names.contains(tag.name), let block = blocks.block(of: tag) else { return nil }
    switch tag.name {
    case "for": return readLoop(block)
    case "capture": return readCapture(block)
    default: return readChoice(block)
    }
  }

  private mutating func readChoice(_ block: LiquidBlocks.Block) -> Int? {
    guard let taken = takenPart(of: block) else { return nil }
    let start = block.range.lowerBound
    guard block.parts.indices.contains(taken) else {
      put(.nothing, at: block.range)
      return block.range.upperBound
    }
    let end = block.parts[taken].range.upperBound
    put(.nothing, at: start..<end)
    let next = block.parts.indices.contains(taken + 1) ? block.parts[taken + 1].range : block.end
    restsOfBlocks[next.lowerBound] = block.range.upperBound
    return end
  }

  /// The part that is kept, or the number of parts for none; `nil` where nobody knows.
  private func takenPart(of block: LiquidBlocks.Block) -> Int? {
    for (index, part) in block.parts.enumerated() {
      switch part.name {
      case "case": continue
      case "else": return index
      default:
        guard let condition = condition(of: part, in: block), let holds = value(of: condition) else { return nil }
        if holds != (part.name == "unless") { return index }
      }
    }
    return block.parts.count
  }

  private func condition(of part: EngineTag, in block: LiquidBlocks.Block) -> LiquidCondition? {
    let words = TagReader.words(of: part, in: text)
    guard part.name == "when" else { return LiquidCondition(words) }
    guard block.parts[0].name == "case",
      let value = LiquidExpression(TagReader.words(of: block.parts[0], in: text))
    else { return nil }
    var rest = LiquidWords(words)
    var others: [LiquidExpression] = []
    repeat {
      guard let other = LiquidExpression(&rest) else { return nil }
      others.append(other)
    } while rest.take(",") || rest.takeWord("or")
    return rest.isAtEnd ? LiquidCondition(value, isOneOf: others) : nil
  }

  private func value(of condition: LiquidCondition) -> Bool? {
    guard var run = run(knowing: condition.names()) else { return nil }
    let holds = run.holds(condition)
    return run.unknown == nil ? holds : nil
  }

  private mutating func readLoop(_ block: LiquidBlocks.Block) -> Int? {
    guard let surroundings, let printed = printed(LiquidTemplate(Array(text[block.range])).nodes) else { return nil }
    put(meaning(of: IncludedText(printed), at: block.range, surroundings.options), at: block.range)
    return block.range.upperBound
  }

  private mutating func readCapture(_ block: LiquidBlocks.Block) -> Int? {
    guard case .capture(let name, let body)? = LiquidTemplate(Array(text[block.range])).nodes.first,
      let printed = printed(body)
    else { return nil }
    variables[name] = .text(printed.string)
    captured.insert(name)
    put(.nothing, at: block.range)
    return block.range.upperBound
  }

  private func printed(_ nodes: [LiquidTemplate.Node]) -> Bytes? {
    guard var run = run(knowing: LiquidTemplate.names(in: nodes)) else { return nil }
    run.run(nodes)
    return run.unknown == nil ? run.output : nil
  }

  /// A run that knows all of some names; `nil` where there is none.
  private func run(knowing names: [LiquidName]) -> LiquidRun? {
    var variables = variables
    for name in names {
      if name.name == "page" {
        guard let member = name.member, knowsPage(member) else { return nil }
      } else if name.name != "site", variables[name.name] == nil {
        // Eleventy calls what a text says of itself by its key alone.
        guard let own = variables["page"]?[.text(name.name)], own != .nothing else { return nil }
        variables[name.name] = own
      }
    }
    return includes.map { $0.run(variables) }
  }

  /// Whether a text is known to say something of itself under a key, or to say nothing.
  private func knowsPage(_ key: String) -> Bool {
    if let value = variables["page"]?[.text(key)], value != .nothing { return true }
    // What is read as something else, or made by the engine, is not there under its key.
    return Metadata.field(spelled: key) == nil && !TagReader.madeByEngines.contains(key)
  }

  private static let madeByEngines: Set<String> = [
    "url", "id", "content", "next", "previous", "collection", "dir", "relative_path", "excerpt", "fileSlug",
    "inputPath",
    "filePathStem", "outputPath", "output",
  ]

  /// A value that is Markdown, as all of the text is in which its engine puts it; `nil` where it is words alone, or stands
  /// where none but words can.
  mutating func passage(_ value: String, at tag: EngineTag, if isPassage: Bool) -> TagMeaning? {
    guard isPassage, let surroundings, value.utf8.contains(where: { "[*_<`\n".utf8.contains($0) }),
      tag.range.lowerBound == 0 || text[tag.range.lowerBound - 1].isASCIISpace
    else { return nil }
    return meaning(of: IncludedText(Bytes(value.utf8)), at: tag.range, surroundings.options)
  }
}
