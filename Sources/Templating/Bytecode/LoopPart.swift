/// The parts of a loop's state that templates ask for.
enum LoopPart: Int, CaseIterable {
  case index, index0, revindex, revindex0, first, last, length, depth, depth0, previtem, nextitem

  init?(_ symbol: Symbol) {
    guard let part = LoopPart.bySymbol[symbol] else { return nil }
    self = part
  }

  private static let bySymbol = Dictionary(uniqueKeysWithValues: allCases.map { (Symbol("\($0)"), $0) })
}
