import Diagnostics
import Languages
import Markdown
import Text

/// Looks at the blocks of a text for those that were to be something else, or nothing of the kind.
enum BlockChecks {
  /// What is wrong with the blocks of a body, before anything is changed in its tree.
  ///
  /// - Parameters:
  ///   - isHTML: Whether the text is HTML, in which signs of Markdown are what they are.
  ///   - language: The one that the text is in.
  static func find(in nodes: BodyNodes, of source: SourceFile, isHTML: Bool, _ language: Language) -> [Diagnostic] {
    var found: [Diagnostic] = []
    func take(_ diagnostic: Diagnostic?) { if let diagnostic { found.append(diagnostic) } }
    for heading in nodes.headings {
      take(AccidentalHeading.find(heading, in: source))
      take(LineAsMarkup.find(heading, in: source, language))
      take(SecondMasthead.find(heading, in: source, language))
    }
    for block in nodes.codeBlocks {
      take(IndentedText.find(block, in: source))
      take(UnclosedBlock.find(block, in: source))
    }
    for link in nodes.links { take(BrokenImage.find(link, in: source)) }
    for block in nodes.html where block.kind == .htmlBlock {
      take(UnclosedBlock.find(block, in: source))
      if !isHTML { take(MarkdownInHTML.find(block, in: source)) }
    }
    for quotation in nodes.quotations { take(LineAsMarkup.find(quotation, in: source, language)) }
    for list in nodes.lists {
      take(LineAsMarkup.find(list, in: source, language) ?? NumberedList.find(list, in: source, language))
    }
    for table in nodes.tables { found += SurplusCell.find(table, in: source) }
    if isHTML { return found }
    let definitions = LinkDefinition.all(in: source, code: nodes.codeBlocks)
    return found + RepeatedDefinition.find(definitions, in: source) + UnusedDefinition.find(definitions, in: source)
  }
}
