import Foundation

// Writes Swift code that holds the files of folders as text: `embed-files OUTPUT NAME=FOLDER…`. What is no text in UTF-8 is
// written in Base64, under its name with `.base64` behind it.
//
// As text, because the compiler takes a second for each ten kilobytes that are written as a list of bytes.

/// Ends the build with a message.
func fail(_ message: String) -> Never {
  FileHandle.standardError.write(Data("error: \(message)\n".utf8))
  exit(1)
}

/// A text as a literal: what is no plain letter of it is escaped, so that line ends too are what they were.
func literal(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"", "\\": result += "\\\(scalar)"
    case "\n": result += "\\n"
    case _ where scalar.properties.generalCategory == .control: result += "\\u{\(String(scalar.value, radix: 16))}"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}

/// The paths of the files below a folder, in an order that no file system chooses. Those whose names begin with a dot
/// are somebody else's.
func files(below folder: String) -> [String] {
  let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
  return paths.filter { path in
    var isFolder: ObjCBool = false
    // The call writes into the variable and keeps no way to it.
    let isThere = unsafe FileManager.default.fileExists(atPath: folder + "/" + path, isDirectory: &isFolder)
    return isThere && !isFolder.boolValue && !path.split(separator: "/").contains { $0.hasPrefix(".") }
  }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
}

/// The declaration of a constant that holds the files of a folder.
func declaration(of name: String, holding folder: String) -> String {
  let paths = files(below: folder)
  if paths.isEmpty { fail("there are no files in \(folder)") }
  let entries = paths.map { path in
    let whole = folder + "/" + path
    guard let data = FileManager.default.contents(atPath: whole) else { fail("\(whole) can't be read") }
    guard let text = String(validating: data, as: UTF8.self) else {
      return "    (\(literal(path + ".base64")), \(literal(data.base64EncodedString()))),\n"
    }
    return "    (\(literal(path)), \(literal(text))),\n"
  }
  return "  static let \(name): [(path: String, text: String)] = [\n\(entries.joined())  ]\n"
}

let arguments = CommandLine.arguments.dropFirst()
let folders = arguments.dropFirst().map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
guard let output = arguments.first, !folders.isEmpty, folders.allSatisfy({ $0.count == 2 }) else {
  fail("usage: embed-files OUTPUT NAME=FOLDER…")
}
let code = """
  /// The files that are part of the program, by their paths below the folders that they come from.
  enum EmbeddedFiles {
  \(folders.map { declaration(of: $0[0], holding: $0[1]) }.joined())}

  """
// A file that is not touched is not compiled again.
if FileManager.default.contents(atPath: output) != Data(code.utf8) {
  do {
    try Data(code.utf8).write(to: URL(filePath: output), options: .atomic)
  } catch {
    fail("\(output) can't be written: \(error.localizedDescription)")
  }
}
