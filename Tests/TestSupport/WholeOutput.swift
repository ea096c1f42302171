import Foundation
import Testing

/// Compares whole outputs, and shows the lines that differ instead of both.
public enum WholeOutput {
  /// Records an issue when an output is another than is wanted.
  public static func expect(
    _ output: String, is wanted: String, _ what: String = "the output",
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    guard output != wanted else { return }
    Issue.record("\(what) is not what it should be:\n\(difference(output, wanted))", sourceLocation: sourceLocation)
  }

  /// Compares an output with a file of `Tests/Material/outputs`; with `UPDATE_OUTPUTS` set, it is written there to be
  /// read.
  public static func expect(
    _ output: String, isIn file: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let path = Project.material + "/outputs/" + file
    if Project.isUpdate(of: "outputs") {
      try FileManager.default.createDirectory(atPath: Project.material + "/outputs", withIntermediateDirectories: true)
      return try Data(output.utf8).write(to: URL(filePath: path))
    }
    expect(output, is: try String(contentsOfFile: path, encoding: .utf8), file, sourceLocation: sourceLocation)
  }

  /// The first lines that only one of two texts has, `-` those that are missing and `+` those that are too many.
  static func difference(_ output: String, _ wanted: String) -> String {
    let (found, expected) = (output.components(separatedBy: "\n"), wanted.components(separatedBy: "\n"))
    let changes = found.difference(from: expected)
    let removals = changes.removals.map { change(of: $0, "-") }
    let insertions = changes.insertions.map { change(of: $0, "+") }
    let all = (removals + insertions).sorted { $0.line < $1.line }
    let shown = all.prefix(20).map { "\($0.sign) \($0.line + 1): \($0.text.prefix(300))" }
    return (shown + (all.count > 20 ? ["and \(all.count - 20) more lines"] : [])).joined(separator: "\n")
  }

  private static func change(
    of change: CollectionDifference<String>.Change, _ sign: String
  ) -> (line: Int, sign: String, text: String) {
    switch change {
    case .insert(let line, let text, _), .remove(let line, let text, _): (line, sign, text)
    }
  }
}
