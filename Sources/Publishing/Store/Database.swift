import CSQLite
import Text

/// A file of SQLite. A class, because its end closes the connection; one thread at a time uses it, which `Store` sees to.
///
/// Safe to use: the handle is open from the first line to the last, no statement outlives the call that prepared it, and
/// SQLite copies what it is given.
@safe final class Database {
  private let handle: OpaquePointer

  init(_ path: String) throws(StoreDamage) {
    var handle: OpaquePointer?
    let status = unsafe sqlite3_open_v2(
      path, &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW, nil)
    guard status == SQLITE_OK, let handle = unsafe handle else {
      unsafe sqlite3_close(handle)
      throw StoreDamage(reason: "it can't be opened")
    }
    unsafe self.handle = handle
    unsafe sqlite3_busy_timeout(handle, 2_000)
    // Whoever put a store there may have put questions without end into it.
    unsafe sqlite3_progress_handler(
      handle, Database.stepsBetweenLooks, Database.look, Unmanaged.passUnretained(steps).toOpaque())
  }

  deinit { unsafe sqlite3_close(handle) }

  /// How often SQLite was asked to go on with one statement. A class, because SQLite holds on to it.
  private final class Steps {
    var looks = 0
  }

  private let steps = Steps()
  private static let stepsBetweenLooks: Int32 = 100_000
  /// No statement takes so many steps for the largest archive.
  private static let mostLooks = 5_000

  /// Ends a statement that takes too many steps.
  private static let look: @convention(c) (UnsafeMutableRawPointer?) -> Int32 = { steps in
    guard let steps = unsafe steps else { return 0 }
    let counted = unsafe Unmanaged<Steps>.fromOpaque(steps).takeUnretainedValue()
    counted.looks += 1
    return counted.looks > Database.mostLooks ? 1 : 0
  }

  /// A value in a row.
  enum Cell {
    case text(String)
    case bytes(Bytes)
  }

  /// Does something that gives no rows.
  func run(_ statement: String) throws(StoreDamage) { try rows(statement) { _ in } }

  /// Does one thing for each of several rows of values.
  func run(_ statement: String, for rows: some Sequence<[Cell]>) throws(StoreDamage) {
    let prepared = try unsafe prepare(statement)
    defer { unsafe sqlite3_finalize(prepared) }
    for cells in rows {
      for (index, cell) in cells.enumerated() { unsafe bind(cell, to: Int32(index + 1), of: prepared) }
      guard unsafe sqlite3_step(prepared) == SQLITE_DONE else { throw damage }
      unsafe sqlite3_reset(prepared)
    }
  }

  /// Does several things wholly or not at all.
  func transaction(_ body: () throws(StoreDamage) -> Void) throws(StoreDamage) {
    try run("BEGIN IMMEDIATE")
    do throws(StoreDamage) {
      try body()
      try run("COMMIT")
    } catch {
      try? run("ROLLBACK")
      throw error
    }
  }

  /// Calls `body` with each row.
  func rows(_ statement: String, _ cells: [Cell] = [], _ body: (Row) -> Void) throws(StoreDamage) {
    let prepared = try unsafe prepare(statement)
    defer { unsafe sqlite3_finalize(prepared) }
    for (index, cell) in cells.enumerated() { unsafe bind(cell, to: Int32(index + 1), of: prepared) }
    while true {
      switch unsafe sqlite3_step(prepared) {
      case SQLITE_ROW: unsafe body(Row(statement: prepared))
      case SQLITE_DONE: return
      default: throw damage
      }
    }
  }

  /// A row while it is looked at; what is read from it is copied.
  @safe struct Row {
    fileprivate let statement: OpaquePointer

    func text(_ column: Int32) -> String { bytes(column).string }

    func bytes(_ column: Int32) -> Bytes { withBytes(column) { $0.copy } }

    /// Lends the bytes of a column.
    func withBytes<Result>(_ column: Int32, _ body: (Span<UInt8>) -> Result) -> Result {
      // SQLite has them until the next step, and none for an empty value.
      let start = unsafe sqlite3_column_blob(statement, column)
      let count = unsafe start == nil ? 0 : Int(sqlite3_column_bytes(statement, column))
      let bytes = unsafe UnsafeRawBufferPointer(start: start, count: count).bindMemory(to: UInt8.self)
      return unsafe body(Span(_unsafeElements: bytes))
    }
  }

  private func prepare(_ statement: String) throws(StoreDamage) -> OpaquePointer {
    var prepared: OpaquePointer?
    steps.looks = 0
    guard unsafe sqlite3_prepare_v2(handle, statement, -1, &prepared, nil) == SQLITE_OK, let prepared = unsafe prepared
    else {
      throw damage
    }
    return unsafe prepared
  }

  private func bind(_ cell: Cell, to index: Int32, of statement: OpaquePointer) {
    // SQLite copies what it is given before the call returns.
    let copied = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    switch cell {
    case .text(let text): unsafe sqlite3_bind_text(statement, index, text, -1, copied)
    case .bytes(let bytes):
      unsafe bytes.withUnsafeBytes {
        _ = unsafe sqlite3_bind_blob(statement, index, $0.baseAddress, Int32($0.count), copied)
      }
    }
  }

  private var damage: StoreDamage { unsafe StoreDamage(reason: String(cString: sqlite3_errmsg(handle))) }
}
