import Coding

/// What came of asking for an address of the web.
public enum WebAnswer: Sendable, Equatable {
  /// Readers find something there.
  case found
  /// It is elsewhere now, for good.
  case moved(to: String)
  /// Nothing is there, in these words.
  case gone(String)
  /// Nobody could say whether something is there, in these words: a server may refuse programs and welcome readers.
  case unasked(String)
  /// It was not asked for, since it would be one of a network of one's own.
  case avoided(host: String)

  /// For how many seconds the answer holds before somebody asks again: what is broken may be mended at any time.
  var lifetime: Int {
    switch self {
    case .found, .moved: 30 * 86_400
    case .unasked: 86_400
    case .gone, .avoided: 0
    }
  }
}

extension WebAnswer {
  func write(to writer: inout BinaryWriter) {
    switch self {
    case .found: writer.put(0)
    case .moved(let address):
      writer.put(1)
      writer.put(address)
    case .gone(let words):
      writer.put(2)
      writer.put(words)
    case .unasked(let words):
      writer.put(3)
      writer.put(words)
    case .avoided(let host):
      writer.put(4)
      writer.put(host)
    }
  }

  init(from reader: inout BinaryReader) {
    switch reader.int(in: 0...4) {
    case 1: self = .moved(to: reader.text())
    case 2: self = .gone(reader.text())
    case 3: self = .unasked(reader.text())
    case 4: self = .avoided(host: reader.text())
    default: self = .found
    }
  }
}
