/// The indices of a shape's fields by their names: a hash table in which a symbol's number tells where to begin looking, so
/// that nothing is hashed.
struct FieldTable: Sendable {
  private typealias Entry = (symbol: Int32, index: Int32)

  private var entries: [Entry]
  /// The number of entries, a power of two, less one.
  private let mask: Int

  /// Of two fields with one name, the first counts.
  init(of symbols: [Symbol]) {
    var count = 2
    // At most half of the entries are taken, so that looking for a field that is not there ends soon.
    while count < 2 * symbols.count { count *= 2 }
    mask = count - 1
    entries = Array(repeating: (-1, -1), count: count)
    for (index, symbol) in symbols.enumerated() where self[symbol] == nil {
      var at = Int(symbol.id) & mask
      while entries[at].symbol >= 0 { at = (at + 1) & mask }
      entries[at] = (symbol.id, Int32(index))
    }
  }

  /// The index of a field; `nil` where there is none of this name.
  @inline(__always)
  subscript(symbol: Symbol) -> Int? {
    var at = Int(symbol.id) & mask
    while true {
      let entry = entries[at]
      if entry.symbol == symbol.id { return Int(entry.index) }
      if entry.symbol < 0 { return nil }
      at = (at + 1) & mask
    }
  }
}
