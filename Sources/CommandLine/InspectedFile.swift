import Bulletins
import Diagnostics
import Site
import System
import Text

/// What the reader understood of one file.
struct InspectedFile: Sendable {
  let path: String
  let issue: Issue?
  /// What nobody but somebody who looks at the file asks for.
  let inspection: Inspection
  let diagnostics: [Diagnostic]
  /// The files of the same text in other languages, by language.
  let translations: [(language: String, file: String)]

  /// The first mistake.
  var error: Diagnostic? { diagnostics.first { $0.severity == .error } }

  /// Reads files and what they are to each other.
  static func read(_ paths: [String]) -> [InspectedFile] {
    let readings = concurrently(paths.count, jobs: availableCores) { read(paths[$0]) }
    @Sendable func source(_ path: String) -> SourceFile? { try? SourceFile(path: path, bytes: FileAccess.read(path)) }
    var (archive, problems) = Archive.of(
      readings.compactMap(\.issue), languages: .ofProgram, authorities: Authorities(), sources: source)
    problems += archive.findings(IssuePlaces(ReadingOptions(), source: source))
    var translations: [String: [(language: String, file: String)]] = [:]
    for placed in archive.series.flatMap(\.issues) {
      translations[placed.issue.path] = placed.translations.compactMap { translation in
        archive.series(in: translation.language).map {
          (translation.language, stem($0.issues[translation.issue].issue.path))
        }
      }
    }
    return zip(paths, readings).map { path, reading in
      let diagnostics = (reading.diagnostics + problems.filter { $0.path == path }).inOrder
      return InspectedFile(
        path: path, issue: reading.issue, inspection: reading.inspection, diagnostics: diagnostics,
        translations: translations[path] ?? [])
    }
  }

  private static func read(_ path: String) -> Reading {
    do throws(EnvironmentError) {
      return Issue.read(SourceFile(path: path, bytes: try FileAccess.read(path, largest: Issue.largestSource)))
    } catch {
      return Reading(diagnostics: [Diagnostic(.notAFile, "the file can't be read: \(error.reason)", in: path)])
    }
  }

  private static func stem(_ path: String) -> String {
    let name = path.pathParts.last.map(String.init) ?? path
    return name.split(separator: ".").first.map(String.init) ?? name
  }

  /// The findings as an editor reads them.
  var text: String {
    var lines = [path.printable]
    if let issue {
      func line(_ name: String, _ value: String?) {
        if let value, !value.isEmpty {
          lines.append("  " + name + String(repeating: " ", count: 12 - name.count) + value.printable)
        }
      }
      for field in issue.inspected(.printed) { line(field.name, field.text) }
      line("run-ins", issue.lead.text.runIns.map(\.text).joined(separator: " | "))
      for article in issue.others {
        line("article", "\(article.title) – \(article.authors.map(\.name).joined(separator: ", "))")
      }
      for group in FieldGroup.allCases where group != .printed {
        for field in issue.inspected(group) { line(field.name, field.text) }
      }
    }
    return lines.joined(separator: "\n") + "\n" + diagnostics.map { "\n" + $0.printed }.joined()
  }
}
