import Bulletins
import Foundation
import Publishing

/// A folder with a site in it, removed when it is let go. A class, because its end removes the folder.
final class TemporarySite {
  /// The folder.
  let path: String
  private var wasBuilt = false

  /// The folder of the project: tests read the theme, the sample content and the sources of it.
  static let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// A site with the default theme and minimal settings.
  init(theme: Bool = true) throws {
    path = FileManager.default.temporaryDirectory.appending(path: "bulletin-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path + "/Content/bulletins", withIntermediateDirectories: true)
    if theme { try FileManager.default.copyItem(atPath: Self.project + "/Templates", toPath: path + "/Templates") }
    try write(
      "Content/site.yaml",
      "title: Bulletin\nbase_url: https://b.example.org/\nlanguages: [en, pl]\ntime_zone: Europe/Warsaw\n")
  }

  deinit {
    _ = try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Writes a file and the folders above it.
  func write(_ file: String, _ text: String) throws { try write(file, Data(text.utf8)) }

  /// Writes a file of bytes.
  func write(_ file: String, _ data: Data) throws {
    let url = URL(filePath: path + "/" + file)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
  }

  /// The text of a file.
  func read(_ file: String) throws -> String { try String(contentsOfFile: path + "/" + file, encoding: .utf8) }

  /// An issue with a masthead.
  func addIssue(
    _ number: Int, title: String = "A Title", byline: String = "Lena Orzech", abstract: String = "*An abstract.*",
    body: String = "Text.", frontMatter: String = "",
    editors: String = "Editors: Halina Brzeska (Editor-in-Chief), Olgierd Tarnawa", file: String? = nil
  ) throws {
    try write(
      "Content/bulletins/\(file ?? "\(number)").md",
      "\(frontMatter)# BULLETIN\n\nNo. \(number) (\(number + 76)) • January \((number - 1) % 31 + 1), 2010 • © VIIP\n\n\(editors)\n\n---\n\n## \(title)\n\n\(byline)\n\n\(abstract)\n\n\(body)\n"
    )
  }

  /// Builds the site.
  func build(
    jobs: Int = 2, exceptions: ReleasePolicy.Exceptions = [], now: Int? = nil, strict: Bool = false
  ) throws -> BuildReport {
    // A stamp counts when the clock has moved on since a file was saved: what was just written is read twice.
    if !wasBuilt { usleep(50_000) }
    wasBuilt = true
    return try Build.run(BuildOptions(site: path, exceptions: exceptions, now: now, jobs: jobs, strict: strict))
  }

  /// A published file as text.
  func published(_ file: String) throws -> String {
    try String(contentsOfFile: path + "/Public/" + file, encoding: .utf8)
  }

  /// Every published file with its bytes.
  func publishedFiles() throws -> [String: Data] {
    let folder = path + "/Public"
    guard let paths = FileManager.default.enumerator(atPath: folder) else { return [:] }
    var files: [String: Data] = [:]
    for case let file as String in paths {
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: folder + "/" + file, isDirectory: &isFolder), !isFolder.boolValue {
        files[file] = try Data(contentsOf: URL(filePath: folder + "/" + file))
      }
    }
    return files
  }
}
