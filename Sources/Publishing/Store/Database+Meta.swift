import Text

/// Values under keys: what a store is, and what the last build left.
extension Database {
  /// What is kept under a key.
  func meta(_ key: String) throws(StoreDamage) -> Bytes? {
    var found: Bytes?
    try wholeRows("SELECT key, value, sum FROM meta WHERE key = ?", [.text(key)], columns: 2) { found = $0.bytes(1) }
    return found
  }

  /// Keeps values under keys.
  func put(meta values: [(key: String, value: Bytes)]) throws(StoreDamage) {
    try put(values.map { [.text($0.key), .bytes($0.value)] }, into: "meta", columns: 2)
  }

  /// What the last build left, by its keys.
  enum RunKey: String, CaseIterable {
    case inputs, report, digest, archive, findings
  }

  /// Keeps a value that is made in parts, in the place of the one that is there: each part, and how many there are.
  func put(_ key: RunKey, _ make: Store.Parts) throws(StoreDamage) {
    try forget([key])
    var count = 0
    try make { (part) throws(StoreDamage) in
      try put(meta: [("\(key.rawValue) \(count)", part)])
      count += 1
    }
    try put(meta: [(key.rawValue, Bytes("\(count)".utf8))])
  }

  /// A value that was kept so; `nil` where there is none.
  func value(_ key: RunKey) throws(StoreDamage) -> Bytes? {
    guard let written = try meta(key.rawValue) else { return nil }
    guard let count = Int(written.string), count >= 0 else { throw .changed }
    var value: Bytes = []
    for number in 0..<count {
      guard let part = try meta("\(key.rawValue) \(number)") else { throw .changed }
      value += part
    }
    return value
  }

  /// Forgets the last build: what is kept from here on is of the next one. How things are related stays, since most builds
  /// leave it as it is; without the rest nobody asks for it.
  func forgetRun() throws(StoreDamage) { try forget(RunKey.allCases.filter { $0 != .archive }) }

  private func forget(_ keys: [RunKey]) throws(StoreDamage) {
    let keys = keys.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    try run("DELETE FROM meta WHERE substr(key, 1, instr(key || ' ', ' ') - 1) IN (\(keys))")
  }
}
