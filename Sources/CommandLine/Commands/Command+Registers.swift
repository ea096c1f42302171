import Bulletins
import Coding
import Publishing
import Text

extension Command {
  private static let format = Option.format("text", "csv", "json")
  private static let write = Option("--write", "Write the first version of the authority file; never over one.")

  static let people = register(
    .people, "people", ["authors", "persons"],
    summary: "List everybody who wrote or edited.",
    """
    Prints each name with the number of issues written and edited, the first and the last one, and names of others that
    are perhaps the same: with other marks, in another order, with initials. With --write, Content/people.yaml is begun:
    every name stands in it as it is, so that no address changes, with those that may be the same beside it.
    """)

  static let topics = register(
    .topics, "topics", ["subjects", "tags"],
    summary: "List what issues are about.",
    """
    Prints each topic with the number of issues, the first and the last one, and topics that are perhaps the same: in
    singular and plural, or misspelt. With --write, Content/topics.yaml is begun: every topic stands in it as it is, so
    that no address changes, with those that may be the same beside it.
    """)

  private static func register(
    _ subject: Register.Subject, _ name: String, _ otherNames: [String], summary: String, _ discussion: String
  ) -> Command {
    Command(
      name: name, otherNames: otherNames, summary: summary, operands: "", operandCount: 0...0,
      options: [.site, format, write], discussion: discussion
    ) { invocation, terminal in
      let site = folder(invocation[.site])
      let archive = try SiteArchive.read(BuildOptions(site: site, now: try Clock.now)) {
        terminal.note("note: \($0)\n")
      }
      let register = Register(subject, of: archive.archive)
      if invocation.has(write) {
        try NewFile.write(Bytes(register.authorityText.utf8), to: register.authorityFile, in: site)
        terminal.print("\(register.authorityFile): \(counted(register.entries.count, "entr", "y", "ies"))\n")
        return .done
      }
      switch invocation[format] {
      case "json": terminal.print(register.json.bytes + [0x0A])
      case "csv": terminal.print(register.csv)
      default: terminal.print(register.table)
      }
      return .done
    }
  }

  private static func counted(_ number: Int, _ noun: String, _ one: String, _ many: String) -> String {
    "\(number) \(noun)\(number == 1 ? one : many)"
  }
}

extension Register {
  /// What is printed of an entry, in the order of the columns.
  private var columns: [(name: String, value: (RegisterEntry) -> String)] {
    let counts: [(String, (RegisterEntry) -> String)] =
      subject == .people
      ? [("written", { String($0.written) }), ("edited", { String($0.edited) })] : [("issues", { String($0.written) })]
    return [("name", { $0.name })] + counts + [
      ("first", { $0.first.date.description }), ("last", { $0.last.date.description }),
      ("similar", { $0.similar.joined(separator: "; ") }),
    ]
  }

  /// The register as people read it.
  fileprivate var table: String {
    let rows = [columns.map(\.name)] + entries.map { entry in columns.map { $0.value(entry).printable } }
    let widths = columns.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    let lines = rows.map { row in
      let cells = zip(row, widths).map { text, width in text + String(repeating: " ", count: width - text.count) }
      return String(cells.joined(separator: "  ").reversed().drop { $0 == " " }.reversed())
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The register as RFC 4180 has tables, for spreadsheets.
  fileprivate var csv: String {
    func cell(_ text: String) -> String {
      text.utf8.contains { ",\"\n\r".utf8.contains($0) } ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
    }
    let all = columns + [("spellings", { $0.spellings.joined(separator: "; ") }), ("slug", { $0.slug.description })]
    let rows = [all.map(\.name)] + entries.map { entry in all.map { $0.value(entry) } }
    return rows.map { $0.map(cell).joined(separator: ",") + "\r\n" }.joined()
  }

  /// The register as machines read it.
  fileprivate var json: JSON {
    .array(
      entries.map { entry in
        var members: [(String, JSON)] = [("name", .string(entry.name)), ("slug", .string(entry.slug.description))]
        if subject == .people {
          members += [("written", .int(entry.written)), ("edited", .int(entry.edited))]
        } else {
          members.append(("issues", .int(entry.written)))
        }
        members += [
          ("first", entry.first.json), ("last", entry.last.json), ("listed", .bool(entry.isListed)),
          ("spellings", .strings(entry.spellings)), ("similar", .strings(entry.similar)),
        ]
        return .object(members)
      })
  }
}

extension RegisterEntry.Occurrence {
  fileprivate var json: JSON { .object([("date", .string(date.description)), ("file", .string(path))]) }
}
