import Bulletins

/// What topics are to each other, by their indices in the series; topics without entries are left out.
struct TopicRelations: Sendable {
  private let indices: [String: Int]
  private let topics: LazyList<Topic>
  private let children: [Int: [Int]]

  init(_ series: Series) {
    let topics = series.topics
    self.topics = topics
    let indices = Dictionary(
      topics.indices.map { (topics[$0].authority?.name ?? topics[$0].name, $0) },
      uniquingKeysWith: { first, _ in first })
    self.indices = indices
    var children: [Int: [Int]] = [:]
    for index in topics.indices {
      if let parent = topics[index].authority?.broader.flatMap({ indices[$0] }) {
        children[parent, default: []].append(index)
      }
    }
    self.children = children
  }

  func broader(_ index: Int) -> Int? { topics[index].authority?.broader.flatMap { indices[$0] } }

  func narrower(_ index: Int) -> [Int] { children[index] ?? [] }

  func related(_ index: Int) -> [Int] { (topics[index].authority?.related ?? []).compactMap { indices[$0] } }
}
