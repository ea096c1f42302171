/// How long the words of a set are in bytes: most words that are looked for have another length than any of them, and need not
/// be written in small letters first.
struct WordLengths: Sendable {
  /// A bit for each length; the highest for all from there on.
  private let bits: UInt64

  init(_ words: some Sequence<String>) {
    bits = words.reduce(0) { $0 | 1 << UInt64(min($1.utf8.count, 63)) }
  }

  /// Whether some word has that length, in whatever case: letters that take other room in capitals are as good as none.
  func include(_ count: Int) -> Bool { bits & 1 << UInt64(min(count, 63)) != 0 }
}
