import Bulletins

/// What topics are to each other, by their indices in the series; topics that have no page are left out.
struct TopicRelations: Sendable {
  private let parents: [Int: Int]
  private let children: [Int: [Int]]
  private let relatives: [Int: [Int]]

  init(_ series: Series) {
    let topics = series.topics
    let indices = Dictionary(
      topics.indices.map { (topics[$0].authority?.name ?? topics[$0].name, $0) },
      uniquingKeysWith: { first, _ in first })
    var parents: [Int: Int] = [:]
    var children: [Int: [Int]] = [:]
    var relatives: [Int: [Int]] = [:]
    func relate(_ topic: Int, to other: Int) {
      if topic != other, relatives[topic]?.contains(other) != true { relatives[topic, default: []].append(other) }
    }
    for (index, topic) in topics.enumerated() {
      guard let entry = topic.authority else { continue }
      if let parent = entry.broader.flatMap({ indices[$0] }) {
        parents[index] = parent
        children[parent, default: []].append(index)
      }
      // What one entry says of two topics holds for both.
      for other in entry.related.compactMap({ indices[$0] }) {
        relate(index, to: other)
        relate(other, to: index)
      }
    }
    self.parents = parents
    self.children = children
    self.relatives = relatives.mapValues { $0.sorted() }
  }

  /// More steps up than any page shows: nobody divides a subject so often, and a chain of thousands of topics would be
  /// printed as a whole on the page of each.
  private static let mostWider = 24

  /// The topics that one is part of, the widest first.
  func wider(_ index: Int) -> [Int] {
    var path: [Int] = []
    var topic = index
    while path.count < TopicRelations.mostWider, let parent = parents[topic], !path.contains(parent) {
      path.append(parent)
      topic = parent
    }
    return path.reversed()
  }

  /// The topics that are part of one.
  func narrower(_ index: Int) -> [Int] { children[index] ?? [] }

  /// The topics that belong beside one.
  func related(_ index: Int) -> [Int] { relatives[index] ?? [] }
}
