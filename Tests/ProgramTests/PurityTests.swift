import TestSupport
import Foundation
import Testing

/// Whether what is called pure can touch the world is not a matter of words in its sources: the compiled objects name
/// every function that they need from elsewhere.
@Suite("Purity")
struct PurityTests {
  /// The floors below the fourth, but for `System`.
  private static let pure = [
    "Text", "Coding", "Diagnostics", "Languages", "YAML", "TOML", "Markdown", "Templating", "Bulletins", "Site",
  ]

  @Test(
    "what is pure is compiled to nothing that touches a file, a clock, the environment or a thread", arguments: pure)
  func objects(target: String) throws {
    let symbols = try Symbol.undefined(inObjectsOf: target)
    #expect(symbols.count > 20, "\(target) has no objects where they are looked for")
    for symbol in symbols where !symbol.isPure && !(target == "Text" && symbol.transliterates) {
      Issue.record("\(target) needs \(symbol.text)")
    }
  }

  @Test(
    "a function that touches the world is noticed",
    arguments: [
      "open", "fopen", "stat", "getenv", "time", "clock_gettime", "pthread_create", "socket", "read", "rand", "system",
      "swift_stdlib_random", "swift_task_create", "_swift_stdlib_open", "fy_document_build_from_file",
      "$s5Glibc4openys5Int32VSPys4Int8VG_ADtF", "$s20FoundationEssentials11FileManagerC7defaultACvgZ",
      "$s20FoundationEssentials11ProcessInfoCMa", "$s20FoundationEssentials4DateVACycfC",
      "$s20FoundationEssentials4DateV3nowACvgZ", "$s20FoundationEssentials6LocaleV7currentACvgZ",
      "$s20FoundationEssentials8TimeZoneV7currentACvgZ",
      "$sSS20FoundationEssentialsE14contentsOfFile8encodingS2Sh_SSAAE8EncodingVtKcfC",
      "$ss11CommandLineO9argumentsSaySSGvgZ", "$ss5print_9separator10terminatoryypd_S2StF",
      "$s8Dispatch0A5QueueC6global3qosAcA0A3QoSV0E6SClassO_tFZ", "$sST8shuffledSay7ElementQzGyF",
    ])
  func world(name: String) throws {
    #expect(try Symbol.demangled([name]).allSatisfy { !$0.isPure })
  }

  @Test("one that does not is not", arguments: ["memchr", "swift_retain", "$sSS9hasPrefixySbSSF", "XXH3_128bits"])
  func noWorld(name: String) throws {
    #expect(try Symbol.demangled([name]).allSatisfy(\.isPure))
  }
}

/// Something that an object needs from elsewhere.
private struct Symbol {
  /// As the linker knows it.
  let name: String
  /// As people read it.
  let text: String

  var isPure: Bool { name.hasPrefix("$s") ? isPureSwift : isPureC }

  /// Whether it is what writes letters of one script in those of another: the tables of ICU, which only Foundation's
  /// oldest part hands out. They read neither a file nor the settings of the machine.
  var transliterates: Bool {
    [
      "Foundation.StringTransform.init(Swift.String) -> Foundation.StringTransform",
      "Foundation.NSString.applyingTransform(_: Foundation.StringTransform, reverse: Swift.Bool) -> Swift.String?",
      "(extension in Foundation):Swift.String._bridgeToObjectiveC() -> Foundation.NSString",
    ].contains(text)
  }

  private var isPureC: Bool {
    if Self.functions.contains(name) { return true }
    return Self.libraries.contains { name.hasPrefix($0) }
      && !["random", "swift_task", "time", "_file", "_fp"].contains { name.contains($0) }
  }

  /// What the C library may be asked for: memory, numbers, and what the compiler and `Mutex` make of themselves.
  private static let functions: Set<String> = [
    "malloc", "free", "malloc_usable_size", "memchr", "memcmp", "memcpy", "memmove", "memset", "strlen", "bcmp",
    // What a thread keeps for itself.
    "pthread_getspecific", "pthread_key_create", "pthread_setspecific",
    "ceil", "floor", "fmod", "log10", "pow", "rint", "round", "trunc", "vsnprintf",
    "__stack_chk_fail", "__tls_get_addr", "_swiftEmptyArrayStorage", "syscall",
    "_swift_stdlib_reportUnimplementedInitializerInFile",
  ]

  /// How the functions of Swift's own run time begin, and those of the libraries that read and hash.
  private static let libraries = ["swift_", "cmark_", "gumbo_", "kGumbo", "fy_", "ctoml_", "XXH3_"]

  private var isPureSwift: Bool {
    if Self.impure.contains(where: text.contains) { return false }
    // Its types, and what it adds to Swift's.
    let types = text.matches(of: /\bFoundation\w*\.(\w+)/).map(\.output.1)
    let members = text.matches(of: /extension in Foundation\w*\):Swift\.\w+\.(\w+)/).map(\.output.1)
    if Self.base64.contains(where: text.contains) { return true }
    return (types + members).allSatisfy { Self.foundation.contains(String($0)) }
  }

  /// Modules, types and functions of Swift that know of files, clocks, threads or chance, and the machine's own settings.
  private static let impure = [
    "Glibc.", "Dispatch.", "_Concurrency.", "Swift.Task", "Swift.Actor", "Swift.CommandLine", "Swift.print(",
    "Swift.readLine", "Clock.", "RandomNumberGenerator", "random(", ".shuffled(", ".randomElement(",
    "Date.init()", "Date.now", "timeIntervalSinceNow", "Locale.current", "Calendar.current", "TimeZone.current",
    "autoupdatingCurrent",
  ]

  /// What may be asked of Foundation: words, dates and numbers of languages, and bytes that were written as letters.
  private static let foundation: Set<String> = [
    "Calendar", "ComparisonResult", "Date", "DateComponents", "FormatStyle", "FormatStyleCapitalizationContext",
    "IntegerFormatStyle", "Locale", "TimeZone", "CompareOptions", "compare", "contains",
    "decomposedStringWithCompatibilityMapping", "folding", "formatted", "lowercased",
    "precomposedStringWithCanonicalMapping", "range", "uppercased",
  ]

  /// `Data` reads files, too; what it makes of letters, and its bytes one by one, do not.
  private static let base64 = [
    "FoundationEssentials.Data.init(base64Encoded:", "FoundationEssentials.Data.Base64DecodingOptions",
    "type metadata for FoundationEssentials.Data", "FoundationEssentials.Data : Swift.Sequence",
  ]

  /// What the objects of a target need. The build lists them: others may be left of files that are gone.
  static func undefined(inObjectsOf target: String) throws -> [Symbol] {
    let program = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let folder = URL(filePath: program).deletingLastPathComponent().path + "/\(target).build"
    let list = try Data(contentsOf: URL(filePath: folder + "/output-file-map.json"))
    let files = try JSONDecoder().decode([String: [String: String]].self, from: list)
    let objects = files.values.compactMap { $0["object"] }.filter { FileManager.default.fileExists(atPath: $0) }
    let names = try output(of: ["nm", "--undefined-only", "--format=posix"] + objects).split(separator: "\n")
      .filter { !$0.hasSuffix(":") }.compactMap { $0.split(separator: " ").first.map(String.init) }
    return try demangled(Array(Set(names)).sorted())
  }

  static func demangled(_ names: [String]) throws -> [Symbol] {
    let texts = try output(of: ["swift", "demangle", "--compact"], input: names.joined(separator: "\n"))
      .split(separator: "\n").map(String.init)
    #expect(texts.count == names.count)
    return zip(names, texts).map(Symbol.init)
  }

  private static func output(of command: [String], input: String = "") throws -> String {
    let folder = Project.newFolder()
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    // Files instead of pipes: neither side waits for the other.
    let (asked, answer) = (folder + "/in", folder + "/out")
    try Data(input.utf8).write(to: URL(filePath: asked))
    try Data().write(to: URL(filePath: answer))
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    process.standardInput = try FileHandle(forReadingFrom: URL(filePath: asked))
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: answer))
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(command.first ?? "")")
    return try String(contentsOfFile: answer, encoding: .utf8)
  }
}
