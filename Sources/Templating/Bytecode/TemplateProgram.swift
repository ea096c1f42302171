import Diagnostics
import Text

/// A compiled template. A class, because blocks, macros and includes of other templates refer to it.
///
/// Unchecked, because the memory that it keeps for the machine is written before anyone else sees it.
final class TemplateProgram: @unchecked Sendable {
  let name: String
  let source: SourceFile
  let escapes: Bool
  let functions: [CompiledFunction]
  /// The function of each block.
  let blocks: [Symbol: Int]
  /// Blocks that a child must fill.
  private let required: Set<Symbol>
  let tables: ProgramTables
  /// The source, the constants, the paths and the names of attributes once more, where the machine reads them without counting references.
  let text: UnsafeMutablePointer<UInt8>
  let constants: UnsafeMutablePointer<Value>
  let paths: UnsafeMutablePointer<ProgramTables.Path>
  let symbols: UnsafeMutablePointer<Symbol>

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
    text = .allocate(capacity: max(1, source.bytes.count))
    text.initialize(from: source.bytes, count: source.bytes.count)
    constants = .allocate(capacity: max(1, tables.constants.count))
    constants.initialize(from: tables.constants, count: tables.constants.count)
    paths = .allocate(capacity: max(1, tables.paths.count))
    paths.initialize(from: tables.paths, count: tables.paths.count)
    symbols = .allocate(capacity: max(1, tables.attributes.count))
    symbols.initialize(from: tables.attributes.map(\.symbol), count: tables.attributes.count)
  }

  deinit {
    text.deallocate()
    constants.deinitialize(count: tables.constants.count)
    constants.deallocate()
    paths.deallocate()
    symbols.deallocate()
  }

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
