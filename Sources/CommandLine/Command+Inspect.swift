import Bulletins
import Diagnostics
import Publishing
import Site
import System

extension Command {
  private static let format = Option.format("text", "json")

  static let inspect = Command(
    name: "inspect",
    summary: "Print what the reader understood of issues.",
    operands: "FILE…", operandCount: 1...100_000,
    options: [format],
    discussion: """
      Reads each file as a build does, without a site around it, and prints its metadata, headings and warnings. With
      --format json, one object a line. Files given together are checked against each other: numbers that repeat,
      translations that belong together.
      """
  ) { invocation, terminal in
    let readings = Inspection.read(invocation.operands)
    let isText = invocation[format] != "json"
    for reading in readings {
      isText ? terminal.print(reading.text + "\n") : terminal.print(reading.json.bytes + [0x0A])
    }
    return readings.contains { $0.error != nil } ? .contentHasErrors : .done
  }
}

/// What the reader understood of one file.
struct Inspection: Sendable {
  let path: String
  let bulletin: Bulletin?
  let diagnostics: [Diagnostic]
  /// The files of the same text in other languages, by language.
  let translations: [(language: String, file: String)]

  /// The first mistake.
  var error: Diagnostic? { diagnostics.first { $0.severity == .error } }

  /// Reads files and what they are to each other.
  static func read(_ paths: [String]) -> [Inspection] {
    let readings = concurrently(paths.count, jobs: availableCores) { Source.read(paths[$0]) }
    let languages = Set(readings.compactMap { $0.bulletin?.language }).sorted()
    let (archive, problems) = Archive.of(
      readings.compactMap(\.bulletin), languages: languages, authorities: Authorities())
    var translations: [String: [(language: String, file: String)]] = [:]
    for issue in archive.series.flatMap(\.issues) {
      translations[issue.bulletin.path] = issue.translations.compactMap { translation in
        archive.series(in: translation.language).map {
          (translation.language, stem($0.issues[translation.issue].bulletin.path))
        }
      }
    }
    return zip(paths, readings).map { path, reading in
      let diagnostics = (reading.diagnostics + problems.filter { $0.path == path }).inOrder
      return Inspection(
        path: path, bulletin: reading.bulletin, diagnostics: diagnostics, translations: translations[path] ?? [])
    }
  }

  private static func stem(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.split(separator: ".").first.map(String.init) ?? name
  }

  /// The findings as an editor reads them.
  var text: String {
    var lines = [path]
    if let bulletin {
      func line(_ name: String, _ value: String?) {
        if let value, !value.isEmpty {
          lines.append("  " + name + String(repeating: " ", count: 12 - name.count) + value)
        }
      }
      line("series", bulletin.series)
      line("number", bulletin.number?.description)
      line("cumulative", bulletin.cumulative?.description)
      line("date", bulletin.date.description)
      line("language", bulletin.language)
      line("publisher", bulletin.publisher)
      line("title", bulletin.title)
      line("authors", bulletin.authors.map(\.name).joined(separator: ", "))
      line(
        "editors",
        bulletin.editors.map { $0.name + ($0.roles.isEmpty ? "" : " (\($0.roles.joined(separator: "; ")))") }.joined(
          separator: ", "))
      line("abstract", bulletin.abstract)
      line("run-ins", bulletin.body.runIns.map(\.text).joined(separator: " | "))
      line("topics", bulletin.tags.joined(separator: ", "))
    }
    return lines.joined(separator: "\n") + "\n" + diagnostics.map { "\n" + $0.printed }.joined()
  }
}

private enum Source {
  static func read(_ path: String) -> Reading {
    do throws(EnvironmentError) {
      return Bulletin.read(SourceFile(path: path, bytes: try readFile(path)))
    } catch {
      return Reading(diagnostics: [Diagnostic(.notAFile, "the file can't be read: \(error.reason)", in: path)])
    }
  }
}
