import TestSupport
import Diagnostics
import Foundation
import Languages
import Testing

/// A kind of finding as the code declares it: `static let name = DiagnosticKind("name", .severity, "explanation")`.
///
/// The declarations are read from the code's text, so that no list can leave one out.
struct DeclaredKind {
  /// The file, from `Sources`.
  let file: String
  /// The name in the code.
  let property: String
  /// The name in messages.
  let name: String
  let severity: String
  let explanation: String

  /// The part of the reference that a new kind belongs to.
  var part: String {
    let rooms = [
      ("Bulletins/Archive/", "Putting issues together"), ("Bulletins/Authorities/", "Putting issues together"),
      ("Bulletins/", "Reading an issue"), ("YAML/", "Settings and authority files"), ("Site/", "Making the site"),
      ("Templating/", "Templates"), ("Publishing/", "Publishing"),
    ]
    return rooms.first { file.hasPrefix($0.0) }?.1 ?? ""
  }

  /// Every kind, in the order of files.
  static func all() throws -> [DeclaredKind] {
    let folder = Project.folder + "/Sources/"
    let files = try #require(FileManager.default.enumerator(atPath: folder)).compactMap { $0 as? String }
      .filter { $0.hasSuffix(".swift") && !$0.hasPrefix("Diagnostics/") }.sorted()
    let code = try files.map { (file: $0, text: try String(contentsOfFile: folder + $0, encoding: .utf8)) }
    let declared = try code.flatMap { try kinds(in: $0.text, of: $0.file) }
    try #require(!declared.isEmpty)
    let text = code.map(\.text).joined(separator: "\n")
    for kind in declared {
      #expect(declared.count { $0.name == kind.name } == 1, "two kinds are called \(kind.name)")
      let uses = text.components(separatedBy: ".\(kind.property)").dropFirst()
      #expect(uses.contains(where: isUse), "\(kind.file) declares \(kind.name), which nothing reports")
    }
    return declared
  }

  /// The kinds that a file declares; anything that makes one in another form is a mistake.
  static func kinds(in text: String, of file: String) throws -> [DeclaredKind] {
    let parts = text.components(separatedBy: "DiagnosticKind(")
    return try zip(parts, parts.dropFirst()).map { before, after in
      var parser = DeclarationParser(rest: after[...], file: file)
      let property = try parser.property(before)
      let name = try parser.literal()
      let isKebabCase = name.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
      guard isKebabCase else { throw parser.unreadable() }
      try parser.skip(",")
      let severity = try parser.severity()
      try parser.skip(",")
      let explanation = try parser.literal()
      try parser.skip(")")
      return DeclaredKind(file: file, property: property, name: name, severity: severity, explanation: explanation)
    }
  }

  /// Whether what follows a name shows that the name is whole.
  private static func isUse(_ rest: String) -> Bool {
    rest.first.map { !$0.isLetter && !$0.isNumber && $0 != "_" } ?? true
  }
}

/// Reads the arguments of a declaration.
private struct DeclarationParser {
  var rest: Substring
  let file: String

  /// What may stand in an explanation beside its words.
  private static let values: [String: String] = [:]

  struct Unreadable: Error, CustomStringConvertible {
    let description: String
  }

  func unreadable() -> Unreadable {
    Unreadable(
      description: """
        \(file): a kind of finding is `static let name = DiagnosticKind("name", .severity, "explanation")`, not what stands \
        before “\(rest.prefix(40))”
        """)
  }

  /// The name between `static let` and `=`, at the end of what stands before.
  func property(_ before: String) throws -> String {
    let line = before.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
    let words = line.split(separator: " ").drop { $0 == "public" }
    guard words.count == 4, Array(words.prefix(2)) == ["static", "let"], words.last == "=" else { throw unreadable() }
    return String(words[words.startIndex + 2])
  }

  mutating func skip(_ text: String) throws {
    rest = rest.drop { $0.isWhitespace }
    guard rest.hasPrefix(text) else { throw unreadable() }
    rest = rest.dropFirst(text.count)
  }

  mutating func severity() throws -> String {
    try skip(".")
    let name = rest.prefix { $0.isLetter }
    rest = rest.dropFirst(name.count)
    guard let severity = Diagnostic.Severity(rawValue: String(name)) else { throw unreadable() }
    return severity.rawValue.capitalized
  }

  mutating func literal() throws -> String {
    try skip("\"")
    var text = ""
    while let next = rest.popFirst(), next != "\"" {
      guard next == "\\" else {
        if next == "\n" { throw unreadable() }
        text.append(next)
        continue
      }
      switch rest.popFirst() {
      case "(": text += try interpolation()
      case let mark? where mark == "\"" || mark == "\\": text.append(mark)
      default: throw unreadable()
      }
    }
    return text
  }

  private mutating func interpolation() throws -> String {
    guard let (code, value) = DeclarationParser.values.first(where: { rest.hasPrefix($0.key + ")") }) else {
      throw unreadable()
    }
    rest = rest.dropFirst(code.count + 1)
    return value
  }
}
