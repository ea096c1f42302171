import Coding
import Text

extension Database {
  /// Puts rows into a table of which the last column is the fingerprint of the others: a disk or a memory that loses a
  /// bit says nothing of it.
  ///
  /// - Returns: The sum of what was put.
  @discardableResult
  func put(_ rows: some Sequence<[Cell]>, into table: String, columns: Int) throws(StoreDamage) -> Fingerprint {
    let marks = Array(repeating: "?", count: columns + 1).joined(separator: ", ")
    var total = Fingerprint.ofNoRows
    try run(
      "INSERT OR REPLACE INTO \(table) VALUES (\(marks))",
      for: rows.lazy.map { cells in
        var writer = BinaryWriter()
        for cell in cells {
          switch cell {
          case .text(let text): writer.put(text)
          case .bytes(let bytes): writer.put(bytes)
          }
        }
        let sum = writer.fingerprint
        total = total ^ sum
        return cells + [.bytes(sum.bytes)]
      })
    return total
  }

  /// Calls `body` with each row of a question that asks for all columns of a table: one that is not as it was written is
  /// damage.
  func wholeRows(
    _ statement: String, _ cells: [Cell] = [], columns: Int32, _ body: (Row) -> Void
  ) throws(StoreDamage) {
    var writer = BinaryWriter()
    var areWhole = true
    try rows(statement, cells) { row in
      writer.clear()
      for column in 0..<columns { row.withBytes(column) { writer.put($0) } }
      guard row.bytes(columns) == writer.fingerprint.bytes else {
        areWhole = false
        return
      }
      if areWhole { body(row) }
    }
    guard areWhole else { throw .changed }
  }
}

extension Fingerprint {
  /// The sum of rows, in whatever order they come.
  static func ^ (a: Fingerprint, b: Fingerprint) -> Fingerprint {
    Fingerprint(high: a.words.high ^ b.words.high, low: a.words.low ^ b.words.low)
  }

  /// The sum of no rows.
  static let ofNoRows = Fingerprint(high: 0, low: 0)
}

extension StoreDamage {
  /// A row is not what was written, or one is gone.
  static let changed = StoreDamage(reason: "what is read is not what was written")
}
