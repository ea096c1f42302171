import Text

/// What instructions refer to by number.
struct ProgramTables: Sendable {
  /// An attribute's name, as records and as maps look for it.
  struct Attribute: Sendable {
    let symbol: Symbol
    let key: Bytes

    init(_ symbol: Symbol) {
      self.symbol = symbol
      key = Bytes(symbol.description.utf8)
    }
  }

  /// A slot and an attribute of its value: four numbers, so that reading one costs no reference.
  struct Path: Sendable {
    let slot: Int32
    let symbol: Symbol
    /// The entry of the attribute's name.
    let attribute: Int32
    /// The length of the base in the source.
    let base: Int32
  }

  /// An include or import.
  struct Inclusion: Sendable {
    let ignoreMissing: Bool
    let withContext: Bool
    let visible: [(name: Symbol, slot: Int)]
  }

  /// A loop that may call itself: where its work on given values begins and ends.
  struct RecursiveLoop: Sendable {
    var start = 0
    var end = 0
  }

  var constants: [Value] = []
  var attributes: [Attribute] = []
  var paths: [Path] = []
  var invocations: [Invocation] = []
  var inclusions: [Inclusion] = []
  var loops: [RecursiveLoop] = []
  /// The names visible at a location: for macros, scoped blocks and includes.
  var scopes: [[(name: Symbol, slot: Int)]] = []
  /// Mistakes that matter only where they are reached.
  var mistakes: [TemplateMistake] = []
}
