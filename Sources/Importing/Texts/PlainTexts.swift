import Bulletins
import Diagnostics
import System
import Text

/// Texts in Markdown that no engine published. They are taken as they are; one that says no day gets that of its first
/// version, where Git knows it.
struct PlainTexts {
  /// The days on which files were put under version control, by their paths.
  private let days: [String: String]

  init(in site: OldSite) {
    // Paths are of the folder, wherever the repository begins. What its settings ask to be run is not: to check signatures,
    // or to fetch what is missing.
    let history = try? ExternalProgram.result(
      of: "git",
      [
        "-C", site.folder, "-c", "core.quotePath=off", "-c", "log.showSignature=false", "-c", "core.fsmonitor=false",
        "-c", "protocol.allow=never", "log", "--relative", "--diff-filter=A", "--name-only",
        "--format=%x00%as",
      ], messages: .dropped, longest: 5 * ExternalProgram.longest)
    guard let history, history.status == 0 else {
      days = [:]
      return
    }
    var days: [String: String] = [:]
    for commit in history.printed.split(separator: 0) {
      let lines = commit.split(separator: 0x0A)
      guard let day = lines.first.map({ Array($0).string }) else { continue }
      // The last that is named is the first that there was.
      for line in lines.dropFirst() { days[Array(line).string] = day }
    }
    self.days = days
  }

  /// Takes a text over.
  func take(_ path: String, of site: OldSite, into content: inout NewContent) throws(EnvironmentError) {
    let target = "Content/bulletins/" + path
    let bytes = try site.bytes(path)
    if path.lastPart.lowercased().hasPrefix("readme.") {
      return content.doubt(path, "it explains the folder, as its name says; it is left out")
    }
    let found = Issue.read(SourceFile(path: target, bytes: bytes)).diagnostics.map(\.kind.name)
    guard found.contains("missing-date") || found.contains("no-metadata") else {
      return try content.write(target, bytes, from: path)
    }
    guard let day = days[path] else {
      content.doubt(path, "it does not say its day: write `date:` as front matter, or the day before its name")
      return try content.write(target, bytes, from: path)
    }
    content.doubt(path, "it does not say its day; its first version in Git is of \(day), which was taken")
    try content.write(target, PlainTexts.dated(bytes.string, day), from: path)
  }

  /// A text that says its day.
  static func dated(_ text: String, _ day: String) -> String {
    for (fence, line) in [("---", "date: \(day)"), ("+++", "date = \(day)")] {
      guard text.hasPrefix(fence), let end = text.firstIndex(where: \.isNewline),
        String(text[..<end]).trimmed == fence
      else { continue }
      return "\(text[...end])\(line)\n\(text[text.index(after: end)...])"
    }
    let hasHeader = text.prefix { !$0.isNewline }.contains(":") && !text.hasPrefix("#")
    let isHeader = hasHeader && Issue.read(SourceFile(path: "a.md", bytes: Bytes(text.utf8))).issue != nil
    return isHeader ? "Date: \(day)\n\(text)" : "---\ndate: \(day)\n---\n\n\(text)"
  }
}
