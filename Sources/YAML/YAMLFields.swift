import Diagnostics
import Text

/// Reads the members of a mapping one by one, and collects what is wrong with them.
public struct YAMLFields {
  /// The file that is read.
  public let source: SourceFile
  /// What was found wrong so far.
  public private(set) var diagnostics: [Diagnostic] = []
  private let node: YAMLNode
  private var read: [String] = []

  /// The members of a mapping; any other node is wrong.
  public init(_ node: YAMLNode, in source: SourceFile) {
    self.node = node
    self.source = source
    if node.members == nil {
      diagnostics.append(
        Diagnostic(
          .wrongSetting, "`key: value` lines are expected here, not \(node.description)",
          at: source.location(node.range)))
    }
    diagnostics += node.repeatedKeys(in: source)
  }

  /// The keys of the mapping, in the order of the file.
  public var keys: [String] { node.members?.compactMap(\.key.text) ?? [] }

  /// The value of a key, if the mapping has it and it is not null.
  public mutating func value(_ key: String) -> YAMLNode? {
    if !read.contains(key) { read.append(key) }
    let member = node.members?.first { $0.key.text == key }
    return member.flatMap { $0.value.isNull ? nil : $0.value }
  }

  /// A text.
  public mutating func text(_ key: String) -> String? {
    guard let value = value(key) else { return nil }
    if let text = value.text { return text.plain }
    wrong(value, "`\(key)` must be a text, not \(value.description)")
    return nil
  }

  /// A text without which nothing goes on.
  ///
  /// - Parameter isEntry: Whether the mapping is one of several in its file, whose place tells which of them lacks it.
  public mutating func requiredText(_ key: String, help: String, isEntry: Bool = false) -> String? {
    if let text = text(key), !text.isEmpty { return text }
    if let misspelt = node.members?.first(where: { isMisspelt($0.key, for: key) }), let name = misspelt.key.text {
      // That it is misspelt is why it is missing.
      read.append(name)
      reportUnknown(misspelt.key, help: "did you mean `\(key)`?")
      return misspelt.value.text?.plain
    }
    if let member = node.members?.first(where: { $0.key.text == key }) {
      if !diagnostics.containErrors { wrong(member.key, "`\(key)` has no value", help: help) }
    } else if !diagnostics.containErrors {
      let message = "`\(key)` is missing"
      diagnostics.append(
        isEntry
          ? Diagnostic(.missingSetting, message, at: source.location(node.range), help: help)
          : Diagnostic(.missingSetting, message, in: source.path, help: help))
    }
    return nil
  }

  private func isMisspelt(_ written: YAMLNode, for key: String) -> Bool {
    guard let text = written.text, text != key, !read.contains(text), !node.has(key) else { return false }
    // `names` is another key than `name`.
    return text.lowercased() == key || !text.hasPrefix(key) && [key].nearest(to: text) != nil
  }

  private mutating func reportUnknown(_ key: YAMLNode, help: String) {
    diagnostics.append(
      Diagnostic(
        .unknownSetting, "the key `\(key.text ?? "")` is not known here", at: source.location(key.range), help: help))
  }

  /// `true` or `false`.
  public mutating func bool(_ key: String) -> Bool? {
    guard let value = value(key) else { return nil }
    if let bool = value.bool { return bool }
    wrong(value, "`\(key)` must be `true` or `false`")
    return nil
  }

  /// A whole number in a range.
  public mutating func int(_ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let value = value(key) else { return nil }
    if let number = value.text.flatMap({ Int($0) }), range.contains(number) { return number }
    wrong(value, "`\(key)` must be a whole number from \(range.lowerBound) to \(range.upperBound)")
    return nil
  }

  /// A text, or a list of texts.
  public mutating func texts(_ key: String) -> [String]? {
    guard let value = value(key) else { return nil }
    if let text = value.text { return [text.plain] }
    // An element that is nothing is none.
    let elements = value.elements?.filter { !$0.isNull }
    let texts = elements?.compactMap(\.text)
    if let texts, texts.count == elements?.count { return texts.map(\.plain) }
    wrong(value, "`\(key)` must be a list of texts")
    return nil
  }

  /// A text for each language: either one text for all, under the key `""`, or a mapping of language tags.
  public mutating func textPerLanguage(_ key: String) -> [String: String]? {
    guard let value = value(key) else { return nil }
    if let text = value.text { return ["": text.plain] }
    guard let members = value.members else {
      wrong(value, "`\(key)` must be a text, or one text for each language")
      return nil
    }
    var texts: [String: String] = [:]
    for (language, text) in members {
      if let tag = language.text, let text = text.text {
        texts[tag] = text.plain
      } else {
        wrong(text, "this must be a text")
      }
    }
    return texts
  }

  /// Notes that a value is not what it must be.
  public mutating func wrong(_ node: YAMLNode, _ message: String, help: String? = nil) {
    diagnostics.append(Diagnostic(.wrongSetting, message, at: source.location(node.range), help: help))
  }

  /// Notes that the value of a key is not what it must be; of a key that is not there, that the mapping is not.
  public mutating func wrong(valueOf key: String, _ message: String, help: String? = nil) {
    wrong(node.members?.first { $0.key.text == key }?.value ?? node, message, help: help)
  }

  /// Says nothing of the keys that nothing asked for: what they are to belong to can't be read.
  public mutating func passOverRest() { read += (node.members ?? []).compactMap(\.key.text) }

  /// All that was wrong, with an error for each key that nothing asked for.
  public mutating func finish() -> [Diagnostic] {
    for (key, _) in node.members ?? [] where !read.contains(key.text ?? "") {
      let nearest = read.nearest(to: key.text ?? "")
      let help =
        nearest.map { "did you mean `\($0)`?" } ?? "the keys here are \(read.map { "`\($0)`" }.joined(separator: ", "))"
      reportUnknown(key, help: help)
    }
    return diagnostics
  }
}

extension YAMLNode {
  /// Whether the mapping has a key.
  fileprivate func has(_ key: String) -> Bool { members?.contains { $0.key.text == key } ?? false }
}

extension DiagnosticKind {
  static let malformedYAML = DiagnosticKind(
    "malformed-yaml", .error,
    "A settings file can't be read as YAML. Look at the caret: an unclosed quotation mark, a missing colon or a tab before it is the usual cause."
  )
  static let unknownSetting = DiagnosticKind(
    "unknown-setting", .error, "A key of a settings file has no meaning there. It may be misspelt.")
  static let wrongSetting = DiagnosticKind(
    "wrong-setting", .error, "A setting has a value that it can't have.")
  /// A setting, or the whole file, that is not there.
  public static let missingSetting = DiagnosticKind(
    "missing-setting", .error, "A setting that the site can't do without is missing, or the whole file is.")
}
