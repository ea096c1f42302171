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
      path, &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nil)
    guard status == SQLITE_OK, let handle = unsafe handle else {
      unsafe sqlite3_close(handle)
      throw StoreDamage(reason: "it can't be opened")
    }
    unsafe self.handle = handle
    unsafe sqlite3_busy_timeout(handle, 2_000)
  }

  deinit { unsafe sqlite3_close(handle) }

  /// A value in a row.
  enum Cell {
    case int(Int)
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

    func int(_ column: Int32) -> Int { unsafe Int(sqlite3_column_int64(statement, column)) }

    func text(_ column: Int32) -> String { bytes(column).string }

    func bytes(_ column: Int32) -> Bytes {
      guard let start = unsafe sqlite3_column_blob(statement, column) else { return [] }
      let count = unsafe Int(sqlite3_column_bytes(statement, column))
      return unsafe Bytes(UnsafeRawBufferPointer(start: start, count: count))
    }
  }

  private func prepare(_ statement: String) throws(StoreDamage) -> OpaquePointer {
    var prepared: OpaquePointer?
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
    case .int(let number): unsafe sqlite3_bind_int64(statement, index, Int64(number))
    case .text(let text): unsafe sqlite3_bind_text(statement, index, text, -1, copied)
    case .bytes(let bytes):
      unsafe bytes.withUnsafeBytes {
        _ = unsafe sqlite3_bind_blob(statement, index, $0.baseAddress, Int32($0.count), copied)
      }
    }
  }

  private var damage: StoreDamage { unsafe StoreDamage(reason: String(cString: sqlite3_errmsg(handle))) }
}
