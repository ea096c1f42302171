import CCmarkGFM
import Glibc

/// The memory of libcmark-gfm's trees: taken from one block after the other, and given back all at once.
///
/// A tree of an issue is some ten thousand small pieces, which cost more to ask the system for than to fill. Each
/// thread has blocks of its own, used again for the next document.
enum MarkdownMemory {
  /// Says that a document begins on this thread; its memory lasts until `end` was called as often as this.
  static func begin() { arena.pointee.documents += 1 }

  /// Says that a document is finished; with the last one, all memory of the thread's trees is free again.
  static func end() {
    let arena = arena
    arena.pointee.documents -= 1
    if arena.pointee.documents == 0 { arena.pointee.empty() }
  }

  /// The functions that libcmark-gfm calls, which never change.
  nonisolated(unsafe) static let functions: UnsafeMutablePointer<cmark_mem> = {
    let functions = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
    functions.initialize(
      to: cmark_mem(
        calloc: { count, size in
          let piece = MarkdownMemory.arena.pointee.piece(of: count * size)
          return memset(piece, 0, count * size)
        },
        realloc: { old, size in MarkdownMemory.arena.pointee.piece(of: size, inPlaceOf: old) },
        free: { piece in MarkdownMemory.arena.pointee.giveBack(piece) }))
    return functions
  }()

  private static var arena: UnsafeMutablePointer<Arena> {
    if let known = pthread_getspecific(key) { return known.assumingMemoryBound(to: Arena.self) }
    let new = UnsafeMutablePointer<Arena>.allocate(capacity: 1)
    new.initialize(to: Arena())
    pthread_setspecific(key, new)
    return new
  }

  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    pthread_key_create(&key) { known in
      guard let arena = known?.assumingMemoryBound(to: Arena.self) else { return }
      arena.pointee.release()
      arena.deallocate()
    }
    return key
  }()
}

/// Blocks of memory that are filled from their start; in front of each piece stands its size.
private struct Arena {
  var documents = 0
  private var blocks: [UnsafeMutableRawBufferPointer] = []
  private var next: UnsafeMutableRawPointer?
  private var end: UnsafeMutableRawPointer?

  private static let header = 16
  private static let blockSize = 1 << 20

  /// A piece of memory, on an address that suits every type.
  mutating func piece(of size: Int) -> UnsafeMutableRawPointer {
    let whole = Arena.header + (size + 15) & ~15
    if next.map({ $0 + whole > end ?? $0 }) ?? true { addBlock(holding: whole) }
    guard let start = next else { fatalError("libcmark-gfm found no memory") }
    start.storeBytes(of: size, as: Int.self)
    next = start + whole
    return start + Arena.header
  }

  /// A piece of another size with the same contents; the last one grows where it is.
  mutating func piece(of size: Int, inPlaceOf old: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer {
    guard let old else { return piece(of: size) }
    let had = (old - Arena.header).load(as: Int.self)
    if size <= had { return old }
    let isLast = old + (had + 15) & ~15 == next
    if isLast, let end, old + (size + 15) & ~15 <= end {
      (old - Arena.header).storeBytes(of: size, as: Int.self)
      next = old + (size + 15) & ~15
      return old
    }
    let new = piece(of: size)
    memcpy(new, old, had)
    return new
  }

  /// Takes the last piece back; others wait for the end of the document.
  mutating func giveBack(_ piece: UnsafeMutableRawPointer?) {
    guard let piece else { return }
    let size = (piece - Arena.header).load(as: Int.self)
    if piece + (size + 15) & ~15 == next { next = piece - Arena.header }
  }

  /// Forgets all pieces; one block is kept for the next document.
  mutating func empty() {
    while blocks.count > 1 { blocks.removeLast().deallocate() }
    next = blocks.first?.baseAddress
    end = blocks.first.flatMap { block in block.baseAddress.map { $0 + block.count } }
  }

  mutating func release() {
    for block in blocks { block.deallocate() }
    blocks = []
  }

  private mutating func addBlock(holding size: Int) {
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: max(size, Arena.blockSize), alignment: 16)
    blocks.append(block)
    next = block.baseAddress
    end = block.baseAddress.map { $0 + block.count }
  }
}
