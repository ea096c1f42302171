import Text

/// Sources that were read anew since they were published last are remembered as they were then, until the next build
/// publishes them: whoever leaves out what is wrong goes on with those.
extension Store {
  /// What was read from a source when it was published last; `nil` where that is what `source(at:)` gives.
  func publishedSource(at path: String) throws(StoreDamage) -> Source? {
    try ask { (database) throws(StoreDamage) in
      var found: Source?
      try database.rows(
        "SELECT path, stamp, digest, metadata, reading FROM published WHERE path = ?", [.text(path)]
      ) { found = Source($0) }
      return found
    }
  }
}

extension Database {
  /// Remembers sources that are about to be replaced, unless they were replaced before.
  func rememberPublished(_ paths: some Sequence<String>) throws(StoreDamage) {
    try run(
      "INSERT OR IGNORE INTO published SELECT * FROM source WHERE path = ?", for: paths.lazy.map { [.text($0)] })
  }

  /// Forgets how sources were that are published as they are now.
  ///
  /// - Parameter paths: Those that were left out of what is published.
  func forgetPublished(but paths: Set<String>) throws(StoreDamage) {
    var known: [String] = []
    try rows("SELECT path FROM published") { known.append($0.text(0)) }
    try run(
      "DELETE FROM published WHERE path = ?", for: known.lazy.filter { !paths.contains($0) }.map { [.text($0)] })
  }

  /// Whether anything was read before.
  var hasSources: Bool {
    get throws(StoreDamage) {
      var found = false
      try rows("SELECT EXISTS (SELECT 1 FROM source)") { found = $0.int(0) != 0 }
      return found
    }
  }
}
