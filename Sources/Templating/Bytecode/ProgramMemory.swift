import Text

/// What the machine reads of a program with nearly every instruction, once more and in memory of its own: reading an element
/// counts no reference to an array and checks no bounds.
///
/// A structure of addresses, so that a frame has it at hand without counting a reference; the program owns the memory, and
/// each frame holds its program. Safe to use, because the numbers in instructions come from the compiler, which made the
/// tables; debug builds check them. Unchecked, because the memory is written before anyone else sees it, and never changed.
@safe
struct ProgramMemory: @unchecked Sendable {
  private let source: UnsafeMutableBufferPointer<UInt8>
  private let constants: UnsafeMutableBufferPointer<Value>
  private let paths: UnsafeMutableBufferPointer<ProgramTables.Path>
  private let attributes: UnsafeMutableBufferPointer<Symbol>

  init(_ source: Bytes, _ tables: ProgramTables) {
    unsafe self.source = ProgramMemory.copy(of: source)
    unsafe constants = ProgramMemory.copy(of: tables.constants)
    unsafe paths = ProgramMemory.copy(of: tables.paths)
    unsafe attributes = ProgramMemory.copy(of: tables.attributes.map(\.symbol))
  }

  @unsafe
  private static func copy<Element>(of elements: [Element]) -> UnsafeMutableBufferPointer<Element> {
    let memory = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
    _ = unsafe memory.initialize(fromContentsOf: elements)
    return unsafe memory
  }

  /// Gives the memory back; for its owner.
  @unsafe
  func deallocate() {
    unsafe source.deallocate()
    unsafe constants.deinitialize()
    unsafe constants.deallocate()
    unsafe paths.deallocate()
    unsafe attributes.deallocate()
  }

  /// A part of the source; valid as long as the program.
  @unsafe @inline(__always)
  func text(_ start: Int, _ count: Int) -> UnsafeBufferPointer<UInt8> {
    unsafe UnsafeBufferPointer(rebasing: source[start..<start + count])
  }

  @inline(__always)
  func constant(_ index: Int) -> Value { unsafe constants[index] }

  @inline(__always)
  func path(_ index: Int) -> ProgramTables.Path { unsafe paths[index] }

  /// The name of an attribute.
  @inline(__always)
  func attribute(_ index: Int) -> Symbol { unsafe attributes[index] }
}
