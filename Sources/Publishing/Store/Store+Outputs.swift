import Bulletins
import Coding
import System
import Text

extension Store {
  /// What was written.
  struct Output: Sendable {
    /// The digests of what its rendering could read.
    var dependencies: Bytes
    /// The digest of its bytes.
    let digest: Fingerprint
    let stamp: Bytes
    /// The sources whose texts its rendering read.
    let texts: [String]
    /// The name of the page among those that show texts.
    var subject = ""
    /// Why it was written last.
    let reason: String
    /// Whether a published file that has the stamp has the bytes, too.
    var isCertain = true
  }

  /// What was written.
  func outputs() throws(StoreDamage) -> [String: Output] {
    if let outputs = outputsAhead.withLock({ $0.take() }) { return outputs }
    return try ask { (database) throws(StoreDamage) in try database.outputs() }
  }

  /// Fetches what was written before somebody asks for it, on a thread that has nothing else to do.
  func fetchOutputsAhead() {
    // Whoever asks later is told what is wrong. Kept while no other thread changes them.
    try? ask { (database) throws(StoreDamage) in
      let outputs = try database.outputs()
      outputsAhead.withLock { $0 = outputs }
    }
  }

  /// What was written of the texts of some sources.
  func outputs(showing sources: [String]) throws(StoreDamage) -> [String: Output] {
    try ask { (database) throws(StoreDamage) in
      var outputs: [String: Output] = [:]
      for source in sources {
        let showing = try database.outputs(
          "WHERE instr(char(10) || texts || char(10), char(10) || ? || char(10)) > 0", [.text(source)])
        outputs.merge(showing) { first, _ in first }
      }
      return outputs
    }
  }

  /// Looks whether all outputs are as they were written, before a page is left alone because nothing reaches it.
  func checkOutputs() throws(StoreDamage) {
    try ask { (database) throws(StoreDamage) in
      guard try database.hasAllOutputs else { throw .changed }
    }
  }

  /// What was written at some paths.
  func outputs(at paths: [String]) throws(StoreDamage) -> [String: Output] {
    try ask { (database) throws(StoreDamage) in
      var outputs: [String: Output] = [:]
      for path in paths {
        outputs.merge(try database.outputs("WHERE path = ?", [.text(path)])) { first, _ in first }
      }
      return outputs
    }
  }

  /// The stamps of all outputs, for a look whether they are still there.
  func stamps() throws(StoreDamage) -> [(path: String, stamp: Bytes)] {
    try ask { (database) throws(StoreDamage) in
      var stamps: [(path: String, stamp: Bytes)] = []
      try database.rows("SELECT path, stamp FROM output") { stamps.append(($0.text(0), $0.bytes(1))) }
      return stamps
    }
  }

  /// Keeps what was made, before or after it is published, and how things in it are related. The last build counts no more.
  ///
  /// - Parameter outputs: In the order of their paths, in which it takes the least time to put them away. With one that is
  ///   lost, nothing is kept.
  func keep(
    _ outputs: some RandomAccessCollection<(path: String, output: Output?)>, of archive: Archive
  ) throws(StoreDamage) {
    try change { (database) throws(StoreDamage) in
      try database.forgetRun()
      try database.change(outputs: outputs, lost: [])
      try database.put(.archive) { (keep) throws(StoreDamage) in try archive.write(in: keep) }
    }
  }
}

extension Database {
  fileprivate func outputs(_ which: String = "", _ cells: [Cell] = []) throws(StoreDamage) -> [String: Store.Output] {
    var outputs: [String: Store.Output] = [:]
    let isCertain = try isOfThisStart
    try wholeRows("SELECT * FROM output \(which)", cells, columns: Database.outputColumns) { row in
      guard let digest = Fingerprint(bytes: row.bytes(2)) else { return }
      outputs[row.text(0)] = Store.Output(
        dependencies: row.bytes(1), digest: digest, stamp: row.bytes(3),
        texts: row.text(4).utf8.split(separator: 0x0A).map { String(Substring($0)) }, subject: row.text(5),
        reason: row.text(6), isCertain: isCertain)
    }
    return outputs
  }

  private static let outputColumns: Int32 = 7
  private static let total = "outputs"
  /// Looking for more rows one by one costs more than looking at all.
  private static let mostSingleRows = 500

  /// Puts outputs and takes others away, and keeps the sum of all: a row that is lost leaves a page that nothing reaches.
  func change(
    outputs: some RandomAccessCollection<(path: String, output: Store.Output?)>, lost: [String]
  ) throws(StoreDamage) {
    if outputs.isEmpty, lost.isEmpty { return }
    let isEmpty = try isWithoutOutputs
    let isSmall = isEmpty || outputs.count + lost.count <= Database.mostSingleRows
    let before = isEmpty ? .ofNoRows : isSmall ? try sum(of: outputs.map(\.path) + lost) : nil
    var isLost = false
    let new = try put(
      outputs.lazy.compactMap { path, output in
        guard let output else {
          isLost = true
          return nil
        }
        return [
          .text(path), .bytes(output.dependencies), .bytes(output.digest.bytes), .bytes(output.stamp),
          .text(output.texts.joined(separator: "\n")), .text(output.subject), .text(output.reason),
        ]
      }, into: "output", columns: Int(Database.outputColumns))
    if isLost { throw StoreDamage(reason: "what was made can't be read back") }
    try run("DELETE FROM output WHERE path = ?", for: lost.lazy.map { [.text($0)] })
    let known = try meta(Database.total).flatMap { Fingerprint(bytes: $0) } ?? .ofNoRows
    let total = if let before { (isEmpty ? .ofNoRows : known) ^ before ^ new } else { try sumOfOutputs() }
    try put(meta: [(Database.total, total.bytes)])
  }

  private var isWithoutOutputs: Bool {
    get throws(StoreDamage) {
      var isEmpty = true
      try rows("SELECT 1 FROM output LIMIT 1") { _ in isEmpty = false }
      return isEmpty
    }
  }

  private func sum(of paths: [String]) throws(StoreDamage) -> Fingerprint {
    var sum = Fingerprint.ofNoRows
    for path in Set(paths) {
      try rows("SELECT sum FROM output WHERE path = ?", [.text(path)]) {
        sum = sum ^ (Fingerprint(bytes: $0.bytes(0)) ?? sum)
      }
    }
    return sum
  }

  private func sumOfOutputs() throws(StoreDamage) -> Fingerprint {
    var sum = Fingerprint.ofNoRows
    try rows("SELECT sum FROM output") { sum = sum ^ (Fingerprint(bytes: $0.bytes(0)) ?? sum) }
    return sum
  }

  /// Whether all outputs are there, and each as it was written.
  fileprivate var hasAllOutputs: Bool {
    get throws(StoreDamage) {
      var sum = Fingerprint.ofNoRows
      try wholeRows("SELECT * FROM output", columns: Database.outputColumns) { row in
        sum = sum ^ (Fingerprint(bytes: row.bytes(Database.outputColumns)) ?? sum)
      }
      return try meta(Database.total).flatMap { Fingerprint(bytes: $0) } ?? .ofNoRows == sum
    }
  }
}

extension Store.Output {
  /// Whether a published file has the bytes that were written.
  func isWhole(in folder: String, at path: String) -> Bool {
    (try? FileAccess.read(folder + "/" + path)).map { Fingerprint(of: $0) == digest } ?? false
  }
}
