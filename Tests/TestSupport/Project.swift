import Foundation

/// The project's own folders and its binary, as tests need them.
public enum Project {
  /// The top of the checkout.
  public static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// The folder with what tests read: cases, corpora and outputs.
  public static let material = folder + "/Tests/Material"

  /// Material beside the checkout that not everybody has; tests that use it are skipped without it.
  public static let shared = folder + "/../shared"
  /// Whether that material is there.
  public static let hasShared = FileManager.default.fileExists(atPath: shared + "/mastheads")

  /// The program that was built with the tests.
  public static let program = folder + "/.build/debug/bulletin"

  /// Whether a kind of material is to be written anew instead of being compared: `UPDATE_MESSAGES` and the like.
  public static func isUpdate(of kind: String) -> Bool {
    ProcessInfo.processInfo.environment["UPDATE_" + kind.uppercased()] != nil
  }

  /// What the program printed, and how it ended.
  public struct Result {
    /// Standard output.
    public let output: String
    /// Standard error.
    public let messages: String
    /// The exit status.
    public let status: Int32
  }

  /// Runs the binary that was built with the tests.
  public static func run(
    _ arguments: String..., environment: [String: String] = [:], input: String = ""
  ) throws -> Result {
    try run(arguments, environment: environment, input: input)
  }

  /// Runs the binary that was built with the tests, or another program.
  public static func run(
    _ arguments: [String], by program: String = program, in folder: String = folder,
    environment: [String: String] = [:], input: String = "",
    output: String? = nil
  ) throws -> Result {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder)
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    // Files instead of pipes: neither side waits for the other.
    let work = newFolder()
    try FileManager.default.createDirectory(atPath: work, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: work) }
    let names = ["in", "out", "err"].map { work + "/" + $0 }
    for (name, text) in zip(names, [input, "", ""]) { try Data(text.utf8).write(to: URL(filePath: name)) }
    process.standardInput = try FileHandle(forReadingFrom: URL(filePath: names[0]))
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: output ?? names[1]))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: names[2]))
    try process.run()
    process.waitUntilExit()
    return Result(
      output: try String(contentsOfFile: names[1], encoding: .utf8),
      messages: try String(contentsOfFile: names[2], encoding: .utf8), status: process.terminationStatus)
  }

  /// A folder that is not there yet.
  public static func newFolder() -> String {
    FileManager.default.temporaryDirectory.appending(path: "bulletin-\(UUID().uuidString)").path
  }

  /// The text of one of the project's files.
  public static func text(_ path: String) throws -> String {
    try String(contentsOfFile: folder + "/" + path, encoding: .utf8)
  }

  /// Makes a library of one of the files that stand between the program and the system.
  ///
  /// - Returns: Whether there is a compiler for C.
  public static func compile(_ source: String, into library: String) throws -> Bool {
    let path = "\(material)/preload/\(source)"
    let result = try run(["cc", "-shared", "-fPIC", "-w", "-o", library, path, "-ldl"], by: "/usr/bin/env")
    if result.status != 0 { print("skipped: no compiler for C") }
    return result.status == 0
  }

  /// Every file below a folder with its bytes.
  public static func files(in folder: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for case let file as String in FileManager.default.enumerator(atPath: folder) ?? .init() {
      var isFolder: ObjCBool = false
      // The call writes into the variable and keeps no way to it.
      let isThere = unsafe FileManager.default.fileExists(atPath: folder + "/" + file, isDirectory: &isFolder)
      if isThere, !isFolder.boolValue {
        files[file] = try Data(contentsOf: URL(filePath: folder + "/" + file))
      }
    }
    return files
  }
}
