import Bulletins
import Foundation
import Publishing

/// A folder with a site in it, removed when it is let go. A class, because its end removes the folder.
public final class TemporarySite {
  /// The folder.
  public let path: String
  private var wasBuilt = false

  /// A site with the default theme and minimal settings.
  public init(theme: Bool = true) throws {
    path = Project.newFolder()
    try FileManager.default.createDirectory(atPath: path + "/Content/bulletins", withIntermediateDirectories: true)
    if theme { try FileManager.default.copyItem(atPath: Project.folder + "/Templates", toPath: path + "/Templates") }
    try write(
      "Content/site.yaml",
      "title: Bulletin\nbase_url: https://b.example.org/\nlanguages: [en, pl]\ntime_zone: Europe/Warsaw\n")
  }

  deinit {
    _ = try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Writes a file and the folders above it.
  public func write(_ file: String, _ text: String) throws { try write(file, Data(text.utf8)) }

  /// Writes a file of bytes.
  public func write(_ file: String, _ data: Data) throws {
    let url = URL(filePath: path + "/" + file)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
  }

  /// Takes a file away.
  public func remove(_ file: String) throws { try FileManager.default.removeItem(atPath: path + "/" + file) }

  /// The text of a file.
  public func read(_ file: String) throws -> String { try String(contentsOfFile: path + "/" + file, encoding: .utf8) }

  /// An issue with a masthead.
  public func addIssue(
    _ number: Int, year: Int = 2010, title: String = "A Title", byline: String = "Lena Orzech",
    abstract: String = "*An abstract.*",
    body: String = "Text.", frontMatter: String = "",
    editors: String = "Editors: Halina Brzeska (Editor-in-Chief), Olgierd Tarnawa", file: String? = nil
  ) throws {
    let masthead =
      "# BULLETIN\n\nNo. \(number) (\(number + 76)) • January \((number - 1) % 31 + 1), \(year) • © VIIP\n\n\(editors)\n\n---"
    try write(
      "Content/bulletins/\(file ?? "\(number)").md",
      "\(frontMatter)\(masthead)\n\n## \(title)\n\n\(byline)\n\n\(abstract)\n\n\(body)\n")
  }

  /// Builds the site.
  public func build(
    jobs: Int = 2, exceptions: ReleasePolicy.Exceptions = [], now: Int? = nil, strict: Bool = false,
    skipsBroken: Bool = false
  ) throws -> BuildReport {
    // A stamp counts when the clock has moved on since a file was saved: what was just written is read twice.
    if !wasBuilt { usleep(50_000) }
    wasBuilt = true
    var options = BuildOptions(site: path, exceptions: exceptions, now: now, jobs: jobs, strict: strict)
    options.skipsBroken = skipsBroken
    return try Build.run(options)
  }

  /// A published file as text.
  public func published(_ file: String) throws -> String {
    try String(contentsOfFile: path + "/Public/" + file, encoding: .utf8)
  }

  /// Every published file with its bytes.
  public func publishedFiles() throws -> [String: Data] { try Project.files(in: path + "/Public") }
}
