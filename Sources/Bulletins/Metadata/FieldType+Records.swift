import Coding
import Diagnostics
import Text

// What libraries and readers want to know of an issue after it came out.

extension FieldType where Value == DOI {
  /// A DOI in any usual form.
  static var doi: FieldType {
    FieldType(
      read: { entry in
        guard let text = entry.text() else { return nil }
        switch DOI.read(text) {
        case .success(let doi): return doi
        case .failure(let problem):
          entry.report(problem.finding(about: text, kind: DOI.kind, at: entry.source.location(entry.range)))
          return nil
        }
      },
      write: { $1.put($0.description) }, decode: { DOI($0.text()) }, text: { $0.description },
      members: { name, doi in [(name, .optional(doi?.description))] })
  }
}

extension FieldType where Value == [Correction] {
  /// Corrections, each a mapping of a date and a note, the oldest first.
  static var corrections: FieldType {
    FieldType(
      read: { $0.corrections() }, write: { $1.put($0) { $0.write(to: &$1) } },
      decode: { reader in
        let corrections = reader.list { Correction(from: &$0) }
        return corrections.allSatisfy { $0 != nil } ? corrections.compactMap(\.self) : nil
      },
      text: { $0.map { "\($0.date): \($0.note)" }.joined(separator: "; ") },
      members: { name, corrections in
        [
          (
            name,
            .array(
              (corrections ?? []).map {
                .object([("date", .string($0.date.description)), ("note", .string($0.note))])
              })
          )
        ]
      })
  }
}

extension WrittenEntry {
  /// The value as corrections: one mapping, or a list of them; what is wrong with one is reported.
  fileprivate mutating func corrections() -> [Correction]? {
    let elements = value.elements ?? [value]
    return elements.compactMap { correction($0) }.enumerated()
      .sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }.map(\.element)
  }

  private mutating func correction(_ element: WrittenValue) -> Correction? {
    // `2026-10-01: What was changed` says both at once, as a mapping or as a text.
    if let (day, note) = element.dayAndNote,
      case .success(let date) = PublicationDate.read(day, in: language.language, of: language.languages)
    {
      return Correction(date: date, note: note)
    }
    guard element.members != nil else { return expect("a list of `date:` with `note:`", nil, at: element) }
    guard let day = element.member("date"), let note = element.member("note")?.text, !note.isEmpty else {
      let missing = element.member("date") == nil ? "date" : "note"
      report(
        .wrongValue, "this correction has no `\(missing):`", at: element,
        help: "write `- date: 2010-02-12` and `note:` in the line below it")
      return nil
    }
    return date(day).map { Correction(date: $0, note: note) }
  }
}

extension WrittenValue {
  /// What stands before and behind a colon.
  fileprivate var dayAndNote: (day: String, note: String)? {
    if let members {
      guard members.count == 1, let note = members[0].value.text, !note.isEmpty else { return nil }
      return (members[0].key, note)
    }
    guard let text, let colon = text.firstRange(of: ": ") else { return nil }
    return (String(text[..<colon.lowerBound]), String(text[colon.upperBound...]))
  }
}
