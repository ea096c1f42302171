import Languages
import Text

/// The lines between the number line and the rule: which of them name editors, which are a key with its value, and which
/// are neither, so that nothing else is taken for a part of somebody's name.
struct MastheadLines {
  /// A line, cleaned, with the number that it has in the file.
  struct Line {
    let text: String
    let number: Int
  }

  /// A line such as `DOI: 10.5555/99`.
  struct Entry {
    let key: String
    let value: String
    let line: Int
  }

  /// What names may hold.
  private let names: NameWords
  private let known: NameListCache
  private let labels: EditorialLabels
  /// The lists of editors that were read, each with a label of its own: `Executive Editor: …`.
  private var read: [List] = []
  /// The list of editors, a line feed between its lines.
  private var editors = ""
  /// The first line of the list, and the last.
  private var editorLines: ClosedRange<Int>?
  private(set) var entries: [Entry] = []
  private(set) var unread: [Line] = []

  /// A list of editors with the lines that it takes.
  struct List {
    let text: String
    let lines: ClosedRange<Int>
  }

  /// All lists of editors, in order.
  var lists: [List] { read + (editorLines.map { [List(text: editors, lines: $0)] } ?? []) }

  private var hasLabel: Bool { EditorList.labelled(editors) != nil }
  /// How many brackets are open at the end of the list so far.
  private var depth = 0

  /// - Parameter known: The lists that were read before.
  init(_ names: NameWords, _ known: NameListCache, _ labels: EditorialLabels) {
    self.names = names
    self.known = known
    self.labels = labels
  }

  /// Takes a line of a paragraph, or an item of a list.
  ///
  /// - Parameters:
  ///   - beginsBlock: Whether a new paragraph or item begins with it, so that no name goes on from the line before.
  ///   - isItem: Whether it is of a list, in which each item may be an editor.
  mutating func add(_ text: String, line number: Int, beginsBlock: Bool, isItem: Bool = false) {
    let plain = text.plain
    if !isOpen, let lists = labels.listsWithDashes(in: plain) ?? labels.listsWithTitles(in: plain) {
      for list in lists { add(list, line: number, beginsBlock: true) }
      return
    }
    // What a key says is no list of people: `Keywords: ports, design; tides`.
    let entry = MastheadLines.entry(plain, line: number)
    let text = entry != nil ? plain : known.prepared(plain, names) { labels.withBrackets(labels.withColon(plain)) }
    if text.isEmpty { return }
    if text.has(ascii: "@"), !isOpen, let list = withoutMailAddresses(text, line: number) {
      add(list, line: number, beginsBlock: beginsBlock)
      return
    }
    if let statements = statements(in: text, line: number) {
      for statement in statements { add(statement, line: number, beginsBlock: true) }
      return
    }
    if let lists = labels.lists(in: text) {
      for list in lists { add(list, line: number, beginsBlock: true) }
      return
    }
    if text.has(ascii: ":") || text.utf8.span.firstOffset(of: 0xEF) != nil, !isOpen, hasLabel, isFurtherList(text) {
      if isOfEditors { closeList() } else { disownList() }
    }
    if let entry {
      entries.append(entry)
    } else if MastheadLines.isIdentifier(text) || !isOpen && labels.isImprint(text) {
      unread.append(Line(text: text, number: number))
    } else if isOpen || isListOfEditors(text, continuesLine: !beginsBlock, isItem: isItem) {
      addEditors(text, line: number, beginsBlock: beginsBlock)
    } else {
      unread.append(Line(text: text, number: number))
    }
  }

  /// Whether a line begins another list of editors: `Executive Editor: Jens Holm` below `Editor-in-Chief: Orla Fenn`.
  private func isFurtherList(_ text: String) -> Bool {
    guard let label = EditorList.label(in: text), labels.include(label), let list = EditorList.labelled(text) else {
      return false
    }
    return known.isList(list, words: 1...7, names)
  }

  /// A labelled list of editors without the addresses at which they are written to, which are not published; `nil` for any
  /// other line.
  private mutating func withoutMailAddresses(_ text: String, line: Int) -> String? {
    guard let label = EditorList.label(in: text), labels.include(label), let labelled = EditorList.labelled(text) else {
      return nil
    }
    let words = labelled.utf8.split(separator: 0x20).map { String(Substring($0)) }
    // One in the label stays, and the line is none of editors.
    guard !label.has(ascii: "@"), words.contains(where: { $0.has(ascii: "@") }) else { return nil }
    // The marks around it stay: a bracket with a role, what parts it from the next name.
    let kept = words.map { $0.has(ascii: "@") ? $0.filter { "(),;".contains($0) } : $0 }
    var list = kept.filter { !$0.isEmpty }.joined(separator: " ")
    for (marks, meant) in [("()", ""), (", )", ")"), (" ,", ","), (" ;", ";"), (",,", ",")] {
      list = list.replacing(marks, with: meant)
    }
    let names = String(list.reversed().drop { ",; ".contains($0) }.reversed())
    guard known.isList(names, words: 2...7, self.names) else { return nil }
    for word in words where word.has(ascii: "@") {
      unread.append(Line(text: word.trimmingMarks, number: line))
    }
    return "\(label): \(names)"
  }

  private mutating func closeList() {
    read = lists
    (editors, editorLines) = ("", nil)
  }

  /// Whether the label of the list speaks of editing.
  private var isOfEditors: Bool { EditorList.label(in: editors).map(labels.include) ?? false }

  /// Leaves a list to somebody who does not edit, since another list says of itself that it is the editors'.
  private mutating func disownList() {
    guard let lines = editorLines else { return }
    unread.append(Line(text: editors.plain, number: lines.lowerBound))
    (editors, editorLines) = ("", nil)
  }

  private mutating func addEditors(_ text: String, line: Int, beginsBlock: Bool) {
    if !editors.isEmpty { editors += beginsBlock && !isOpen ? ",\n" : "\n" }
    editors += text
    editorLines = (editorLines?.lowerBound ?? line)...max(line, editorLines?.upperBound ?? line)
    for byte in text.utf8 {
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") { depth = max(0, depth - 1) }
    }
  }

  /// Whether the list goes on, whatever follows: after a comma, a conjunction, or inside of brackets.
  private var isOpen: Bool {
    guard let last = editors.utf8.last else { return false }
    if depth > 0 || last == UInt8(ascii: ",") || last == UInt8(ascii: ";") || last == UInt8(ascii: ":") { return true }
    let word = editors.utf8.suffix { $0 != 0x20 && $0 != 0x0A }
    return names.conjunctions.contains(String(Substring(word)))
  }

  /// Whether a line begins a list or goes on with it. A label opens a list; what comes after one, and a list without
  /// one, must look like names.
  private mutating func isListOfEditors(_ text: String, continuesLine: Bool, isItem: Bool) -> Bool {
    guard let list = EditorList.labelled(text) else {
      // The role of who stands at the end of the line before.
      if continuesLine, !editors.isEmpty, text.utf8.first == UInt8(ascii: "(") { return true }
      if hasHouseNumber(text) { return false }
      if isLoneName(text) {
        if isLongerThanNames(text) { return false }
        // Behind a list that has ended, two words with capitals are what the periodical is, as a rule: `Open Access`.
        if !continuesLine, !isItem, lists.contains(where: isWhole) { return false }
        if labels.holdsBack(text) { return false }
      }
      return known.isList(text, words: continuesLine && !editors.isEmpty ? 1...7 : 2...7, names)
    }
    // Behind a label that says nothing of editing, there may be anything: `Weather: two squalls`.
    guard known.mayBeList(list, names), !isOtherWork(text),
      known.isList(list, words: 2...7, names) || EditorList.label(in: text).map(labels.include) ?? false
    else { return false }
    if editors.isEmpty { return true }
    // What stood before the label was somebody else: the house, or the town.
    guard !hasLabel, !editors.has(ascii: "("), !editors.has(ascii: ","),
      editorLines != nil
    else { return false }
    disownList()
    return true
  }

  /// Whether a line says who did something else than editing: `Cover photo: Ada Brink`.
  private func isOtherWork(_ text: String) -> Bool {
    guard let label = EditorList.label(in: text), !labels.include(label) else { return false }
    return names.areCredits([label] + label.split(separator: " ").suffix(1).map(String.init))
  }

  /// Whether a line has a number that stands in an address: one part is all there is, or the town follows. Where the list
  /// has figures, they are marks of notes.
  private func hasHouseNumber(_ line: String) -> Bool {
    guard line.utf8.contains(where: \.isASCIIDigit), !line.has(ascii: "("),
      !editors.utf8.contains(where: \.isASCIIDigit)
    else { return false }
    let numbered = line.utf8.split(separator: UInt8(ascii: ",")).map { part in
      part.split(separator: 0x20).contains { word in
        word.first?.isASCIIDigit == true && word.dropLast().allSatisfy(\.isASCIIDigit)
      }
    }
    return numbered.contains(true) && (numbered.count == 1 || numbered.last == false)
  }

  /// In characters, of a person: of four syllables in Japan, or with the family names of two.
  private static let longestHanName = 6

  /// Whether a line in Chinese or Japanese has a part that is longer than names are.
  private func isLongerThanNames(_ line: String) -> Bool {
    guard NameShape.isIdeographic(line), !GroupName.isOne(line, names) else { return false }
    let parts = line.unicodeScalars.split { "·・ ".unicodeScalars.contains($0) }
    return parts.contains { $0.count > MastheadLines.longestHanName }
  }

  /// Whether a list says of itself that it is one: it has roles, or several names on a line.
  private func isWhole(_ list: List) -> Bool {
    list.text.has(ascii: "(") || list.text.utf8.span.firstOffset(of: ", ".utf8.span) != nil
  }

  /// Whether nothing says that a line is a list of people: no bracket, no mark and no word between names.
  private func isLoneName(_ text: String) -> Bool {
    !text.utf8.contains { "(,;&".utf8.contains($0) }
      && !text.utf8.split(separator: 0x20).contains { names.conjunctions.contains(String(Substring($0))) }
  }

  /// What a line says with semicolons between, where a part of it is a key with its value: `Editors: A. Bay; Draft: yes`;
  /// `nil` for any other line.
  private func statements(in text: String, line: Int) -> [String]? {
    guard text.has(ascii: ";"), text.has(ascii: ":") else { return nil }
    let parts = text.utf8.split(separator: UInt8(ascii: ";")).map { String(Substring($0)).trimmed }
    guard parts.count > 1, parts.contains(where: { MastheadLines.entry($0, line: line) != nil }) else { return nil }
    // A list of topics may have semicolons of its own.
    return MastheadLines.entry(parts[0], line: line) == nil || parts.allSatisfy { $0.has(ascii: ":") }
      ? parts : nil
  }

  /// A key that says something about the text, with its value. Keys that a masthead prints in a way of its own are none
  /// here.
  static func entry(_ text: String, line: Int) -> Entry? {
    let word = text.utf8.prefix { $0.isASCIILetter || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") || $0 == 0x20 }
    guard word.endIndex < text.utf8.endIndex, text.utf8[word.endIndex] == UInt8(ascii: ":") else { return nil }
    let key = String(Substring(word)).trimmed
    let value = String(text[text.utf8.index(after: word.endIndex)...]).trimmed
    guard let field = Metadata.field(spelled: key) ?? nearestOfRelease(to: key) else { return nil }
    let isDescriptive = Metadata.descriptiveFields.contains { $0.key == field.key }
    return (isDescriptive ? value : release(field.key, value)).map { Entry(key: key, value: $0, line: line) }
  }

  /// The field that keeps texts back which a misspelt key probably means: it is an error where it does.
  private static func nearestOfRelease(to key: String) -> MetadataField? {
    guard key.utf8.count > 4, let nearest = Metadata.spellings.nearest(to: key, within: key.utf8.count < 8 ? 1 : 2),
      let field = Metadata.field(spelled: nearest)
    else { return nil }
    return Metadata.fieldsOfRelease.contains { $0.key == field.key } ? field : nil
  }

  /// The value of a key that decides whether the text is published, by its first word, since editors add why: “draft (not
  /// final)”. What is to be kept back must be, wherever its editor says so; `nil` for what says nothing of that, such as
  /// “Published: weekly”.
  private static func release(_ key: String, _ value: String) -> String? {
    let end = value.utf8.firstIndex { !$0.isASCIILetter && $0 < 0x80 } ?? value.utf8.endIndex
    // `No. 5` is no “no”.
    let isWord = end == value.utf8.endIndex || value.utf8[end] != UInt8(ascii: ".")
    let word = String(Substring(value.utf8[..<end]))
    switch key {
    case "draft", "private", "published", "withdrawn":
      return isWord && WrittenValue(text: word, at: 0..<0).flag != nil ? word : nil
    // A misspelt one is an error, as it is in front matter; `Quarterly` is no status.
    case "status": return isWord && (IssueStatus(word) != nil || IssueStatus.nearest(to: word) != nil) ? word : nil
    case "visibility": return Metadata.hiddenForms.contains(word.lowercased()) ? word : nil
    // An embargo that can't be read is an error, as it is in front matter.
    case "publish_date": return value.isEmpty ? nil : value
    case "expiry_date": return value.utf8.contains(where: \.isASCIIDigit) ? value : nil
    // `Available at: 12 High Street`
    case "release_date", "available_until": return value.hasYear ? value : nil
    default: return nil
    }
  }

  /// Whether a line is an address or a number of a library, and surely no name.
  private static func isIdentifier(_ text: String) -> Bool {
    if text.utf8.span.firstOffset(of: "://".utf8.span) != nil || text.has(ascii: "@") { return true }
    let word = text.utf8.prefix { $0.isASCIILetter || $0 == UInt8(ascii: "-") }
    return identifiers.contains(String(Substring(word)).lowercased()) && text.utf8.contains(where: \.isASCIIDigit)
  }

  private static let identifiers: Set<String> = ["doi", "issn", "eissn", "e-issn", "p-issn", "isbn", "urn", "www"]
}

extension BidirectionalCollection {
  /// The last elements that all fit.
  fileprivate func suffix(while fits: (Element) -> Bool) -> SubSequence {
    self[(lastIndex { !fits($0) }.map(index(after:)) ?? startIndex)...]
  }
}
