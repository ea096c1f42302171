import Coding
import Diagnostics
import Site
import System
import Text

/// What came of looking at a site.
public struct CheckReport: Sendable {
  /// How many issues and standing pages were looked at.
  public let texts: Int
  /// Mistakes, warnings and advice in the fixed order.
  public let findings: [Diagnostic]
  /// What was accepted and is there still.
  public let accepted: [Diagnostic]

  /// What is said of a few files only.
  public func only(about files: Set<String>) -> CheckReport {
    CheckReport(texts: files.count, findings: findings.filter { files.contains($0.path) }, accepted: accepted)
  }

  /// The same with warnings as errors.
  public var strict: CheckReport {
    CheckReport(texts: texts, findings: findings.map(\.strict), accepted: accepted)
  }

  /// The same with more findings, of which some may be accepted in the site.
  public func adding(_ more: [Diagnostic], in site: String) -> CheckReport {
    let accepted = (try? FileAccess.read(site + "/" + AcceptedFile.path)).map {
      AcceptedFile.read(SourceFile(path: AcceptedFile.path, bytes: $0)).0
    }
    let all = CheckReport(texts: texts, findings: more, accepted ?? AcceptedFindings())
    return CheckReport(
      texts: texts, findings: (findings + all.findings).inOrder, accepted: (self.accepted + all.accepted).inOrder)
  }

  private init(texts: Int, findings: [Diagnostic], accepted: [Diagnostic]) {
    self.texts = texts
    self.findings = findings
    self.accepted = accepted
  }

  /// What was found, of which some was accepted before.
  init(texts: Int, findings: [Diagnostic], _ accepted: AcceptedFindings) {
    self.init(
      texts: texts, findings: findings.filter { !accepted.contain($0) },
      accepted: accepted.isEmpty ? [] : findings.filter { accepted.contain($0) })
  }

  /// Accepts what is said, so that nobody is told of it again; errors stay. What was accepted before and is not there any
  /// more is forgotten.
  ///
  /// - Returns: How many findings were accepted now.
  public func accept(in site: String) throws(EnvironmentError) -> Int {
    let new = findings.filter { $0.severity < .error }
    let whole = site + "/" + AcceptedFile.path
    let text = Bytes(AcceptedFile.text(of: (accepted + new).inOrder).utf8)
    if FileAccess.kindWithoutFollowing(whole) == .nothing {
      if new.isEmpty { return 0 }
      try NewFile.write(text, to: AcceptedFile.path, in: site)
    } else {
      try FileAccess.replace(whole, below: site + "/Content", with: text)
    }
    return new.count
  }

  /// Writes all that was found, for who does something with it.
  ///
  /// - Parameter keep: Takes the parts of what is written, one after the other.
  func write<Failure>(in keep: (Bytes) throws(Failure) -> Void) throws(Failure) {
    var writer = BinaryWriter()
    writer.put(texts)
    try writer.put(findings, in: keep) { $0.write(to: &$1) }
    writer.put(accepted) { $0.write(to: &$1) }
    try keep(writer.bytes)
  }

  /// A report from its bytes; `nil` for others.
  init?(stored bytes: Bytes) {
    var reader = BinaryReader(bytes)
    texts = reader.int()
    findings = reader.list { Diagnostic(from: &$0) }
    accepted = reader.list { Diagnostic(from: &$0) }
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
