import Languages
import Text

/// What stands before the names of editors: a label such as `Editors`, or what one of them is, as in
/// `Managing Editor: Nora Quist`.
struct EditorialLabels {
  /// The languages of the site, or that of the masthead.
  let languages: [Language]

  /// Whether a label speaks of editing, be it by one word of several: `Assistant Editor`.
  func include(_ label: String) -> Bool {
    let label = label.lowercased()
    if isListed(label) { return true }
    let words = label.split { $0 == " " || $0 == "-" }
    return words.count < 5
      && languages.contains { language in
        EditorialLabels.nouns(of: language).contains { noun in
          words.contains { EditorialLabels.isForm($0, of: noun) }
        }
      }
  }

  /// Whether a label in small letters is one that a language lists.
  private func isListed(_ label: String) -> Bool {
    languages.contains {
      $0.masthead.editors.contains(label) || $0.names.chiefEditor.contains(label) || $0.masthead.roles.contains(label)
    }
  }

  /// Whether a line says that the text is not to be out.
  func holdsBack(_ line: String) -> Bool { UnpublishedLine.isOne(Array(line.utf8)[...], in: languages) }

  /// Whether a line is about the print, and names nobody who edits: `Printed by Harbour Press`.
  func isImprint(_ line: String) -> Bool {
    // `Verlag und Redaktion: Nora Quist`
    if let label = EditorList.label(in: line), include(label) { return false }
    let word = line.utf8.prefix { $0 != 0x20 && $0 != UInt8(ascii: ":") }
    let first = String(Substring(word)).lowercased()
    return (languages + [KnownLanguages.fallback]).contains { language in
      let words = language.masthead
      if words.imprint.contains(first) { return true }
      guard words.imprintBeginnings.contains(first) else { return false }
      let second = line.utf8[word.endIndex...].dropFirst().prefix { $0 != 0x20 && $0 != UInt8(ascii: ":") }
      return words.imprint.contains("\(first) \(String(Substring(second)).lowercased())")
    }
  }

  /// A line with a colon behind its label where a dash stands: `Editors – Orla Fenn`; otherwise the line itself.
  func withColon(_ line: String) -> String {
    if line.has(ascii: ":") { return line }
    return SpacedDash.halves(of: line).first { include($0.before) }.map { "\($0.before): \($0.behind)" }
      ?? withColonBehindWords(line) ?? withColonBehindTitle(line) ?? line
  }

  /// A line with a colon behind what an editor is called, where nothing parts it from the name: `Editor-in-Chief Orla Fenn`.
  private func withColonBehindTitle(_ line: String) -> String? {
    // Of several people with a title each, the first one's is not all the others'.
    let isOfOne = !line.utf8.contains { ",;".utf8.contains($0) }
    return withColon(behindTitleOf: line) { label, words in
      let isOfAll = languages.contains { $0.masthead.editors.contains(label.lowercased()) }
      return (isOfAll || isOfOne) && (isListed(label.lowercased()) || words == 1 && include(label))
    }
  }

  /// A line with a colon behind the first of its words that are a title, where a name follows; three words at most.
  ///
  /// - Parameter isTitle: Is given the words, and how many they are.
  private func withColon(behindTitleOf line: String, _ isTitle: (String, Int) -> Bool) -> String? {
    let words = line.utf8.split(separator: 0x20, maxSplits: 5)
    for count in [3, 2, 1] where words.count > count {
      let (label, name) = (String(line[..<words[count - 1].endIndex]), Substring(words[count]))
      // A name has two words, but for those of East Asia.
      guard words.count > count + 1 || NameShape.isIdeographic(name), NameShape.beginsAsName(name),
        isTitle(label, count)
      else { continue }
      return "\(label): \(line[name.startIndex...])"
    }
    return nil
  }

  /// A line with a colon behind words that editors follow, where none stands: `Edited by Orla Fenn`.
  private func withColonBehindWords(_ line: String) -> String? {
    // The names of a line without label begin with a capital letter in their second word, too.
    let bytes = line.utf8.span
    guard let blank = bytes.firstOffset(of: 0x20), blank + 1 < bytes.count, !(0x41...0x5A).contains(bytes[blank + 1])
    else { return nil }
    let words = line.utf8.split(separator: 0x20, maxSplits: 6).map { String(Substring($0)) }
    guard words.count > 3, let at = words.dropFirst().firstIndex(where: { NameShape.beginsAsName($0) }), at > 1,
      at < words.count - 1, !NameShape.beginsAsName(words[at - 1])
    else { return nil }
    let label = words[..<at].joined(separator: " ")
    let isLabel = (languages + [KnownLanguages.fallback]).contains {
      $0.masthead.editors.contains(label.lowercased())
    }
    return isLabel ? "\(label): \(words[at...].joined(separator: " "))" : nil
  }

  /// A line with brackets around roles that a dash parts from the name before, `Orla Fenn – Managing Editor, …`, or a comma:
  /// `Orla Fenn, Managing Editor; …`.
  func withBrackets(_ line: String) -> String {
    guard !line.has(ascii: "(") else { return line }
    if let open = line.firstIndex(of: "["), let close = line[open...].firstIndex(of: "]"),
      include(String(line[line.index(after: open)..<close]))
    {
      return line.replacing("[", with: "(").replacing("]", with: ")")
    }
    if line.has(ascii: ";") {
      return withRoles(line, between: ";") { part in
        let halves = part.utf8.split(separator: UInt8(ascii: ","), maxSplits: 1).map { String(Substring($0)).trimmed }
        return halves.count == 2 ? [(halves[0], halves[1])] : SpacedDash.halves(of: part)
      }
    }
    if !SpacedDash.halves(of: line).isEmpty { return withRoles(line, between: ",") { SpacedDash.halves(of: $0) } }
    return withRolesInTurn(line) ?? line
  }

  /// A line of names and roles that take turns, `Orla Fenn, Managing Editor, Jens Holm, Copy Editor`, with brackets around
  /// the roles; `nil` for any other.
  private func withRolesInTurn(_ line: String) -> String? {
    guard line.has(ascii: ",") else { return nil }
    let parts = line.utf8.split(separator: UInt8(ascii: ",")).map { String(Substring($0)).trimmed }
    guard parts.count.isMultiple(of: 2) else { return nil }
    let pairs = stride(from: 0, to: parts.count, by: 2).map { (name: parts[$0], role: parts[$0 + 1]) }
    guard
      pairs.allSatisfy({ pair in
        include(pair.role) && !include(pair.name) && pair.name.utf8.contains(0x20)
      })
    else { return nil }
    return pairs.map { "\($0.name) (\($0.role))" }.joined(separator: ", ")
  }

  private func withRoles(
    _ line: String, between mark: Unicode.Scalar, _ halves: (String) -> [(before: String, behind: String)]
  ) -> String {
    let parts = line.unicodeScalars.split(separator: mark).map { String($0).trimmed }
    // Beside a known role, small letters are one, too.
    let knowsOne = parts.contains { part in halves(part).contains { include($0.behind) && !$0.before.isEmpty } }
    // Where each name has something behind it, these are roles, whatever they are called.
    let haveAll = knowsOne && parts.allSatisfy { halves($0).count == 1 }
    let read = parts.map { part in
      halves(part).first { (include($0.behind) || haveAll || knowsOne && isRole($0.behind)) && !$0.before.isEmpty }
        .map { "\($0.before) (\($0.behind))" } ?? part
    }
    return read == parts ? line : read.joined(separator: "\(mark) ")
  }

  /// The role that a label says; `nil` where it says no more than that editors follow.
  func role(of label: String) -> String? {
    let lower = label.lowercased()
    if languages.contains(where: { $0.masthead.editors.contains(lower) }) { return nil }
    return include(label) ? label : nil
  }

  /// The parts of `Editor Nora Quist, Maps Editor Ole Brandt`, with colons behind what each is; `nil` for a line that is
  /// made otherwise.
  func listsWithTitles(in line: String) -> [String]? {
    guard line.has(ascii: ","), !line.has(ascii: ":"), !line.has(ascii: "(") else { return nil }
    let parts = line.utf8.split(separator: UInt8(ascii: ",")).map { String(Substring($0)).trimmed }
    func list(_ part: String) -> String? { withColon(behindTitleOf: part) { label, _ in include(label) } }
    // Most lines begin with a name.
    guard parts.count > 1, let first = list(parts[0]) else { return nil }
    var lists = [first]
    for part in parts.dropFirst() {
      if let list = list(part) {
        lists.append(list)
      } else {
        lists[lists.count - 1] += ", " + part
      }
    }
    // Of one title before several names, all have it, or the first.
    return lists.count > 1 ? lists : nil
  }

  /// The parts of `Editor-in-Chief – Nora Quist, Maps Editor – Ole Brandt`, with colons for dashes, or brackets where only
  /// what stands beside it tells that a word is a role; `nil` for a line that is made otherwise.
  func listsWithDashes(in line: String) -> [String]? {
    guard line.has(ascii: ",") || line.has(ascii: ";"), !line.has(ascii: ":"), !SpacedDash.halves(of: line).isEmpty
    else { return nil }
    let mark = line.has(ascii: ";") ? UInt8(ascii: ";") : UInt8(ascii: ",")
    let parts = line.utf8.split(separator: mark).map { String(Substring($0)).trimmed }
    let lists = parts.map { part in
      SpacedDash.halves(of: part).first { isRole($0.before) && $0.behind.utf8.contains(0x20) }
        .map { include($0.before) ? "\($0.before): \($0.behind)" : "\($0.behind) (\($0.before))" }
    }
    // The first of them must be known, so that the others are roles, too.
    guard parts.count > 1, let first = SpacedDash.halves(of: parts[0]).first, include(first.before),
      lists.allSatisfy({ $0 != nil })
    else { return nil }
    return lists.compactMap(\.self)
  }

  /// Whether words may say what somebody does: known ones, or, beside those, any in small letters.
  private func isRole(_ text: String) -> Bool {
    include(text) || text.unicodeScalars.first?.properties.isLowercase == true
  }

  /// The parts of `Editor-in-Chief: Nora Quist; Maps Editor: Ole Brandt`, also with strokes, full stops, or what Chinese and
  /// Japanese have between; `nil` for a line that is made otherwise.
  func lists(in line: String) -> [String]? {
    guard line.unicodeScalars.count(where: { $0 == ":" || $0 == "：" }) > 1 else { return nil }
    for mark in [";", "|", ".", "；", "、", "，", " "] where line.contains(mark) {
      let parts = line.split(separator: mark == "." ? ". " : mark).map { part in
        let text = String(part).trimmed
        return mark == "." && text.hasSuffix(".") ? String(text.dropLast()) : text
      }
      if parts.count > 1, parts.allSatisfy({ EditorList.label(in: $0).map(include) ?? false }) { return parts }
    }
    return nil
  }

  /// What an editor is called in a language: labels of one word, and what a chief editor's name begins with.
  private static func nouns(of language: Language) -> [Substring] {
    language.masthead.editors.filter { !$0.contains(" ") }.map { $0[...] }
      + language.names.chiefEditor.compactMap { $0.split { $0 == " " || $0 == "-" }.first }
  }

  /// Whether a word is a noun in another number or gender, which differ in a letter or two at the end: an `editorial office`
  /// is no editor, nor is an `editor’s note`.
  private static func isForm(_ word: Substring, of noun: Substring) -> Bool {
    let (short, long) = word.count < noun.count ? (word, noun) : (noun, word)
    return short.count > 4 && long.hasPrefix(short) && long.count - short.count < 3
      && long.dropFirst(short.count).allSatisfy(\.isLetter)
  }
}
