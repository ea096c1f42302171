import Coding
import Diagnostics
import Text

/// A compiled template. A class, because blocks, macros and includes of other templates refer to it.
final class TemplateProgram: Sendable {
  let name: String
  let source: SourceFile
  let escapes: Bool
  let functions: [CompiledFunction]
  /// The function of each block.
  let blocks: [Symbol: Int]
  /// Blocks that a child must fill.
  private let required: Set<Symbol>
  let tables: ProgramTables
  let memory: ProgramMemory

  init(
    name: String, source: SourceFile, escapes: Bool, functions: [CompiledFunction], blocks: [Symbol: Int],
    required: Set<Symbol>, tables: ProgramTables
  ) {
    self.name = name
    self.source = source
    self.escapes = escapes
    self.functions = functions
    self.blocks = blocks
    self.required = required
    self.tables = tables
    memory = ProgramMemory(source.bytes, tables)
  }

  deinit { unsafe memory.deallocate() }

  /// The fingerprint of the source and of what was computed of it.
  var fingerprint: Fingerprint {
    var writer = BinaryWriter()
    writer.put(source.bytes)
    writer.put(tables.constants) { $0.encode(to: &$1) }
    return writer.fingerprint
  }

  /// Whether a child must fill a block.
  func requires(_ block: Symbol) -> Bool { !required.isEmpty && required.contains(block) }

  /// The function that renders the template itself.
  var root: CompiledFunction { functions[0] }
}
