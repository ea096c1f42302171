import Coding
import Diagnostics
import System
import Text

/// What came of looking at a site.
public struct CheckReport: Sendable {
  /// How many issues and standing pages were looked at.
  public let texts: Int
  /// Mistakes, warnings and advice in the fixed order.
  public let findings: [Diagnostic]

  /// What is said of a few files only.
  public func only(about files: Set<String>) -> CheckReport {
    CheckReport(texts: files.count, findings: findings.filter { files.contains($0.path) })
  }

  /// The same with warnings as errors.
  public var strict: CheckReport { CheckReport(texts: texts, findings: findings.map(\.strict)) }

  init(texts: Int, findings: [Diagnostic]) {
    self.texts = texts
    self.findings = findings
  }

  /// What a check that finds nothing changed has to say again.
  var bytes: Bytes {
    var writer = BinaryWriter()
    writer.put(texts)
    writer.put(findings) { $0.write(to: &$1) }
    return writer.bytes
  }

  /// A report from its bytes; `nil` for others.
  init?(stored bytes: Bytes) {
    var reader = BinaryReader(bytes)
    texts = reader.int()
    findings = reader.list { Diagnostic(from: &$0) }
    guard reader.isComplete else { return nil }
  }

  /// The path of a file as findings have it: relative to the site.
  ///
  /// - Parameter file: As somebody named it, relative to the site or to the folder they are in.
  public static func path(of file: String, in site: String) throws(EnvironmentError) -> String {
    let isOfSite = ["Content/", "Templates/"].contains { file.hasPrefix($0) }
    if isOfSite, FileAccess.kind(site + "/" + file) == .file { return file }
    guard let real = FileAccess.realPath(file), let folder = FileAccess.realPath(site) else {
      throw EnvironmentError("the file can't be checked", file, because: "there is no such file")
    }
    guard FileAccess.isInside(real, folder), real != folder else {
      throw EnvironmentError("the file can't be checked", file, because: "it is no file of the site \(site)")
    }
    return String(real.dropFirst(folder.count + (folder == "/" ? 0 : 1)))
  }
}
