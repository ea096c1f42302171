import Text

/// A value as an author wrote it for a key, in whatever syntax, with its place.
struct WrittenValue {
  /// What was written.
  indirect enum Content {
    /// One text as it was written, and what it means in its syntax.
    case scalar(String, meaning: ExtraValue)
    case list([WrittenValue])
    case mapping([Member])
  }

  /// A key with its value.
  struct Member {
    let key: String
    let keyRange: Range<Int>
    let value: WrittenValue
  }

  let content: Content
  /// Where it stands, in bytes of the file.
  let range: Range<Int>

  init(_ content: Content, at range: Range<Int>) {
    self.content = content
    self.range = range
  }

  /// A text that means no more than that.
  init(text: String, at range: Range<Int>) { self.init(.scalar(text, meaning: .text(text)), at: range) }

  /// Whether it says nothing.
  var isNull: Bool {
    if case .scalar(_, meaning: .null) = content { return true }
    return false
  }

  /// Whether it is a scalar without any words.
  var isNothing: Bool { isNull || text?.isEmpty == true }

  /// The text of a scalar as it was written, cleaned; `nil` where it says nothing.
  var text: String? {
    if case .scalar(let text, let meaning) = content, meaning != .null { return text.plain }
    return nil
  }

  /// The text with the ends of its lines, without the marks of a list before them; `nil` where it says nothing.
  var lines: String? {
    guard case .scalar(let text, let meaning) = content, meaning != .null else { return nil }
    guard text.utf8.contains(0x0A) else { return text.plain }
    return text.utf8.split(separator: 0x0A).map { line in
      let line = String(Substring(line)).plain
      return line.hasPrefix("- ") ? String(line.dropFirst(2)) : line
    }.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// Yes or no, in the words of YAML 1.1, which other readers still take; `nil` where it is something else.
  var flag: Bool? {
    switch single.text?.lowercased() {
    case "true", "yes", "on": true
    case "false", "no", "off": false
    default: nil
    }
  }

  /// The elements of a list that say something.
  var elements: [WrittenValue]? {
    if case .list(let values) = content { return values.filter { !$0.isNull } }
    return nil
  }

  /// The keys of a mapping with their values.
  var members: [Member]? {
    if case .mapping(let members) = content { return members }
    return nil
  }

  /// The value of a key of a mapping, in whatever case it is written, where it says something.
  func member(_ key: String) -> WrittenValue? {
    members?.first { $0.key.lowercased() == key && !$0.value.isNull }?.value
  }

  /// The one element of a list of one, or else the value itself: where one value is wanted, both mean the same.
  var single: WrittenValue {
    guard let elements, elements.count == 1 else { return self }
    return elements[0].single
  }

  /// One text as several: a list as it is, a text split at commas and semicolons.
  var texts: [String]? {
    if let elements {
      let texts = elements.compactMap(\.text)
      return texts.count == elements.count ? texts.filter { !$0.isEmpty } : nil
    }
    return text?.split { $0 == "," || $0 == ";" }.map { String($0).trimmed }.filter { !$0.isEmpty }
  }

  /// Far above the authors and the topics of any text for readers: each of them has a page that lists the others.
  static let most = 2_000

  /// The first of several values that is one too many, or the text that holds it between commas.
  var firstSurplus: Range<Int>? {
    switch content {
    case .list(let values): return values.count > WrittenValue.most ? values[WrittenValue.most].range : nil
    case .scalar(let text, _):
      // A text of so many values is longer than this, which nearly none is.
      if text.utf8.count < 2 * WrittenValue.most { return nil }
      return text.utf8.count { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") } > WrittenValue.most ? range : nil
    case .mapping: return nil
    }
  }

  /// What it is, as a message names it.
  var description: String {
    switch content {
    case .scalar(_, meaning: .null): "nothing"
    case .scalar: "a text"
    case .list: "a list"
    case .mapping: "a mapping"
    }
  }

  /// The value as templates get it.
  var extra: ExtraValue {
    switch content {
    case .scalar(_, let meaning): meaning
    case .list(let values): .list(values.map(\.extra))
    case .mapping(let members): .mapping(members.map { ExtraValue.Member(key: $0.key, value: $0.value.extra) })
    }
  }
}
