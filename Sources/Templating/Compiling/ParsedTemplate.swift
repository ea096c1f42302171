import Diagnostics
import Text

/// A template that was read and not yet compiled.
struct ParsedTemplate {
  let name: String
  let source: SourceFile
  let statements: [Statement]
  let mistakes: [TemplateMistake]
  /// The names that it gives values.
  let assigned: Set<Symbol>
  /// The parent, where a literal at the top names it.
  let parent: String?

  init(_ name: String, _ source: SourceFile, _ options: SyntaxOptions) {
    self.name = name
    self.source = source
    var parser = Parser(source.bytes, options: options)
    statements = parser.parse()
    mistakes = parser.mistakes
    var assigned: Set<Symbol> = []
    statements.collectAssigned(into: &assigned, intoScopes: true)
    self.assigned = assigned
    parent =
      statements.lazy.compactMap { statement in
        guard case .extends(let expression) = statement.kind, case .constant(.text(let name)) = expression.kind else {
          return nil
        }
        return name.string
      }.first
  }
}

extension Array where Element == ParsedTemplate {
  /// Each template after the one it extends, so that its blocks are known by then.
  var parentsFirst: [ParsedTemplate] {
    let byName = Dictionary(map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    var placed: Set<String> = []
    var result: [ParsedTemplate] = []
    for template in self {
      var line: [ParsedTemplate] = []
      var next: ParsedTemplate? = template
      while let here = next, placed.insert(here.name).inserted {
        line.append(here)
        next = here.parent.flatMap { byName[$0] }
      }
      result += line.reversed()
    }
    return result
  }
}

extension SourceFile {
  /// The file with line feeds alone at the ends of lines.
  var withLineFeeds: SourceFile {
    guard bytes.contains(0x0D) else { return self }
    var lines = Bytes()
    for (index, byte) in bytes.enumerated() {
      if byte != 0x0D {
        lines.append(byte)
      } else if index + 1 >= bytes.count || bytes[index + 1] != 0x0A {
        lines.append(0x0A)
      }
    }
    return SourceFile(path: path, bytes: lines)
  }
}
