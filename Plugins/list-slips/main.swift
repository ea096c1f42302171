import Foundation

// Writes Swift code that lists what finds slips of typing: `list-slips OUTPUT TYPE…`. A file of the folder in which no type
// of its name has a `find` is told by the compiler.

let types = CommandLine.arguments.dropFirst(2)
guard let output = CommandLine.arguments.dropFirst().first, !types.isEmpty else {
  FileHandle.standardError.write(Data("error: usage: list-slips OUTPUT TYPE…\n".utf8))
  exit(1)
}
let code = """
  /// The slips of typing that are looked for: one for each file of their folder.
  enum Slips {
    static let finders: [@Sendable (ProofText) -> [Diagnostic]] = [
  \(types.map { "    \($0).find,\n" }.joined())  ]
  }

  """
do {
  try Data(("import Diagnostics\n\n" + code).utf8).write(to: URL(filePath: output), options: .atomic)
} catch {
  FileHandle.standardError.write(Data("error: \(output) can't be written: \(error.localizedDescription)\n".utf8))
  exit(1)
}
