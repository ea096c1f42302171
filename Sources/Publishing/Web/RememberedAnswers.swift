import Coding
import Text

/// What the web answered before, with the time of each answer, so that nobody is asked twice in a month.
struct RememberedAnswers: Sendable {
  private struct Answer: Sendable {
    let answer: WebAnswer
    let time: Int
  }

  private var answers: [String: Answer] = [:]

  /// None.
  init() {}

  /// The answer for an address that still holds.
  func answer(for address: String, at now: Int) -> WebAnswer? {
    guard let known = answers[address], (0..<known.answer.lifetime).contains(now - known.time) else { return nil }
    return known.answer
  }

  /// Remembers an answer.
  mutating func add(_ answer: WebAnswer, for address: String, at now: Int) {
    answers[address] = Answer(answer: answer, time: now)
  }

  /// Forgets the addresses to which no text leads any more.
  mutating func keep(only addresses: Set<String>) { answers = answers.filter { addresses.contains($0.key) } }

  /// The answers for the store.
  var bytes: Bytes {
    var writer = BinaryWriter()
    writer.put(answers.sorted { $0.key < $1.key }) { entry, writer in
      writer.put(entry.key)
      entry.value.answer.write(to: &writer)
      writer.put(entry.value.time)
    }
    return writer.bytes
  }

  /// Answers from their bytes; none where these are others.
  init(stored bytes: Bytes) {
    var reader = BinaryReader(bytes)
    let entries = reader.list { reader in
      (reader.text(), Answer(answer: WebAnswer(from: &reader), time: reader.int()))
    }
    if reader.isComplete { answers = Dictionary(entries) { $1 } }
  }
}
