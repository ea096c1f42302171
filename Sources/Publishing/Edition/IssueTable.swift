import Bulletins
import Coding
import Text

/// What was read from the files of issues, by their paths: held, or in the store until somebody asks for it.
struct IssueTable: Sendable {
  private var held: [String: ReadIssue] = [:]
  private let store: Store?

  /// A table to fill.
  init() { store = nil }

  /// What a build left in its store.
  init(in store: Store) { self.store = store }

  /// What was read from a file; `nil` where nothing was, or the store can't be read.
  subscript(path: String) -> ReadIssue? {
    get {
      if let issue = held[path] { return issue }
      return store.flatMap { store in (try? store.source(at: path)).flatMap { $0 } }.flatMap { ReadIssue($0) }
    }
    set { held[path] = newValue }
  }

  /// Whether everything is held.
  var isHeld: Bool { store == nil }

  mutating func reserve(_ count: Int) { held.reserveCapacity(count) }
}
