import Bulletins
import Diagnostics
import Publishing

/// What the first build of an archive says: ten lines in the place of thousands, each with what mends most of a kind.
struct ArchiveReport {
  /// The report.
  let text: String

  /// `nil` where a build says everything: the site was published before, or there is little to say.
  init?(of findings: [Diagnostic], _ report: BuildReport) {
    guard report.isFirst, findings.count > ArchiveReport.fewFindings else { return nil }
    let groups = FindingSummary(of: findings).groups.sorted {
      ($0.severity, $0.count, $1.kind.name) > ($1.severity, $1.count, $0.kind.name)
    }
    let files = Set(findings.map(\.path)).count
    var lines = [
      "\(findings.count) findings of \(Command.counted(groups.count, "kind")) in \(Command.counted(files, "file")):"
    ]
    lines += groups.prefix(ArchiveReport.mostKinds).map(ArchiveReport.line)
    let rest = groups.dropFirst(ArchiveReport.mostKinds)
    if !rest.isEmpty {
      let count = rest.reduce(0) { $0 + $1.count }
      lines.append(
        "  and \(count) of \(Command.counted(rest.count, "other kind")): \(rest.map(\.kind.name).joined(separator: ", "))"
      )
    }
    if let offer = report.offeredNumbers { lines.append(ArchiveReport.sentence(about: offer)) }
    let broken = Set(findings.lazy.filter { $0.severity == .error }.map(\.path)).count
    lines.append(
      "`bulletin check` prints every finding with its line."
        + (broken == 0 || report.isPublished
          ? ""
          : " `bulletin build --skip-broken` publishes all but what is wrong in \(Command.counted(broken, "file"))."))
    text = lines.joined(separator: "\n") + "\n"
  }

  private static func sentence(about offer: NumberInName.Offer) -> String {
    let setting = "`numbers: \(offer.setting.rawValue)` in site.yaml"
    switch offer {
    case .place(let place, let example):
      return
        "No issue says its number, and each has one in its \(place == .title ? "title" : "file’s name") (“\(example)”): \(setting) reads it."
    case .none(let count, of: let all):
      let which = count == all ? "None of the \(all) issues has a number" : "\(count) of \(all) issues have no number"
      return "\(which), and neither titles nor names of files hold one: \(setting) says that this is meant."
    }
  }

  private static func line(of group: FindingSummary.Group) -> String {
    let first = group.first[0]
    let place = first.path + (first.location.map { ":\($0.line)" } ?? "")
    let help = mends[group.kind.name] ?? first.help.first ?? ""
    return
      "  \(Command.counted(group.count, group.severity == .advice ? "piece of advice" : group.severity.rawValue))"
      + " [\(group.kind.name)] in \(Command.counted(group.files, "file")), first \(place)"
      + (help.isEmpty ? "" : ": \(help)")
  }

  /// So many findings can be read one by one.
  private static let fewFindings = 40
  private static let mostKinds = 7

  /// What mends most findings of a kind where an archive has many, by the kind's name.
  static let mends = [
    "missing-attachment":
      "copy the old site’s folders of images into Content/static, so that their paths lead there",
    "missing-figure": "copy the old site’s folders of images into Content/static, so that their paths lead there",
    "html-as-text": "`raw_html: true` in site.yaml lets all HTML through; frames and scripts come with it",
    "foreign-tag": "tags that only another program understands are printed; see “Tags of other engines” in archives.md",
    "broken-link":
      "`old_addresses:` in site.yaml says how issues were addressed, `elsewhere:` which folders another program publishes, and Content/pages has what else is linked",
    "unread-file":
      "`bulletin import` makes Markdown of other texts, `read:` in site.yaml names those that begin with `_`, and `ignore:` in site.yaml names the files that are meant to be left alone",
    "missing-date": "`date:` in front matter, or a day at the start of the file’s name",
    "unreadable-date":
      "`dates: month-first` or `dates: day-first` in site.yaml reads dates such as 03/04/2024; others need `2024-03-04`",
    "missing-title": "`title:` in front matter, or `ignore:` in site.yaml where the file is no issue",
    "no-metadata":
      "a day at the start of the file’s name, or `bulletin import`, which takes it from Git; `ignore:` in site.yaml where the files are no issues",
    "unknown-language": "`languages:` in site.yaml lists the languages of the site",
    "contradicting-key": "delete one of the two lines",
    "missing-text": "`draft: true` holds back what has no text yet",
  ]
}
