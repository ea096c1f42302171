import Coding
import Text

extension Store {
  /// What was read from a source.
  struct Source: Sendable {
    let stamp: Bytes
    let digest: Fingerprint
    /// The digest of everything that was read but texts.
    let metadata: Fingerprint
    let reading: Bytes

    /// The same after the file was found to be as it was, at another time.
    func stamped(_ stamp: Bytes) -> Source {
      Source(stamp: stamp, digest: digest, metadata: metadata, reading: reading)
    }
  }

  /// What was read from each source, for readings made in one way.
  func sources(readAs key: String) throws(StoreDamage) -> [String: Source] {
    try ask { (database) throws(StoreDamage) in
      guard try database.isRead(as: key) else { return [:] }
      var sources: [String: Source] = [:]
      // Without its stamp, a file is read to see whether it is the same.
      let areStamped = try database.isOfThisStart
      try database.wholeRows("SELECT * FROM source", columns: Source.columns) { row in
        guard let source = Source(row) else { return }
        sources[row.text(0)] = areStamped ? source : source.stamped([])
      }
      return sources
    }
  }

  /// What was read from one source.
  func source(at path: String) throws(StoreDamage) -> Source? {
    try ask { (database) throws(StoreDamage) in
      var found: Source?
      try database.wholeRows("SELECT * FROM source WHERE path = ?", [.text(path)], columns: Source.columns) {
        found = Source($0)
      }
      return found
    }
  }

  /// Whether sources were read in this way.
  func isRead(as key: String) throws(StoreDamage) -> Bool {
    try ask { (database) throws(StoreDamage) in try database.isRead(as: key) }
  }

  /// What a build found of some files of issues.
  struct ReadSources: Sendable {
    /// How they were read; what was read otherwise is forgotten.
    let readingKey: String
    let changed: [(path: String, source: Source)]
    var lost: [String] = []
  }

  /// Keeps what was read. The last build counts no more: only with what was read before it can be compared.
  func keep(_ sources: ReadSources) throws(StoreDamage) {
    let (key, changed, lost) = (sources.readingKey, sources.changed, sources.lost)
    if changed.isEmpty, lost.isEmpty, try isRead(as: key) { return }
    try change { (database) throws(StoreDamage) in
      // Asked while no other thread writes: what another one just kept in the same way stays.
      if try !database.isRead(as: key) { try database.run("DELETE FROM source") }
      if try database.hasSources { try database.rememberPublished(changed.lazy.map(\.path)) }
      try database.put(meta: [("reading", Bytes(key.utf8))])
      try database.put(changed)
      try database.run("DELETE FROM source WHERE path = ?", for: lost.lazy.map { [.text($0)] })
      try database.forgetRun()
    }
  }
}

extension Store.Source {
  /// How many columns a source has, without the sum of the row.
  static let columns: Int32 = 5

  /// `nil` for a row that is damaged.
  init?(_ row: Database.Row) {
    guard let digest = Fingerprint(bytes: row.bytes(2)), let metadata = Fingerprint(bytes: row.bytes(3)) else {
      return nil
    }
    self.init(stamp: row.bytes(1), digest: digest, metadata: metadata, reading: row.bytes(4))
  }
}

extension Database {
  /// Whether sources were read in this way.
  fileprivate func isRead(as key: String) throws(StoreDamage) -> Bool {
    try meta("reading") == Bytes(key.utf8)
  }

  func put(_ sources: some Sequence<(path: String, source: Store.Source)>) throws(StoreDamage) {
    try put(
      sources.lazy.map { path, source in
        [
          .text(path), .bytes(source.stamp), .bytes(source.digest.bytes), .bytes(source.metadata.bytes),
          .bytes(source.reading),
        ]
      }, into: "source", columns: Int(Store.Source.columns))
  }
}
