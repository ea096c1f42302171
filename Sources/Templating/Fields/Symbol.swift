import Synchronization

/// A name that templates use, as a small number: comparing two costs one instruction.
public struct Symbol: Hashable, Sendable, CustomStringConvertible {
  let id: Int32

  /// The symbol of a name; the same name always gives the same symbol within a process.
  public init(_ name: String) { id = Symbol.table.withLock { $0.id(of: name) } }

  /// The symbol of a name for which one was made before; `nil` where nothing can have that name. The table keeps all
  /// names, so that what comes from data is asked for in this way.
  init?(known name: String) {
    guard let id = Symbol.table.withLock({ $0.ids[name] }) else { return nil }
    self.id = id
  }

  /// The symbol of a number that another symbol had.
  init(id: Int32) { self.id = id }

  /// The name.
  public var description: String { Symbol.table.withLock { $0.names[Int(id)] } }

  private struct Table {
    var names: [String] = []
    var ids: [String: Int32] = [:]

    mutating func id(of name: String) -> Int32 {
      if let id = ids[name] { return id }
      let id = Int32(names.count)
      names.append(name)
      ids[name] = id
      return id
    }
  }

  /// One table for the process, since templates, contexts and filters of different makers meet in one rendering; it is
  /// asked while templates are compiled and contexts are made, not while pages are rendered.
  private static let table = Mutex(Table())
}
