import Coding
import Search
import Text

/// What a search can find: an issue, or a standing page.
protocol SearchSubject: Sendable {
  /// Its name among the pages that show texts; `nil` for one that is made with all others.
  var name: TextPage? { get }
  /// The path of the source.
  var source: String { get }
  /// How lists of issues name it.
  var line: IndexedIssues.Line { get }
  /// The digest of everything that the index has of it.
  var fingerprint: Fingerprint { get }
  /// The whole of it.
  ///
  /// - Parameter texts: Gives the texts of articles.
  func document(from texts: (TextReference) -> Bytes) -> SearchDocument
}

/// A text as a search finds it, and its file in the index of a language.
public struct SearchedText: Sendable {
  private let subject: any SearchSubject
  /// The folder of the index, with a slash at its end.
  public let folder: String

  init(_ subject: any SearchSubject, in folder: String) {
    self.subject = subject
    self.folder = folder
  }

  /// Its name among the pages that show texts; `nil` for one that is made with all others.
  public var name: TextPage? { subject.name }

  /// The path of the source.
  public var source: String { subject.source }

  /// How lists of issues name it.
  public var line: IndexedIssues.Line { subject.line }

  /// The digest of everything that the index has of it.
  public var fingerprint: Fingerprint { subject.fingerprint }

  /// What the index has of it.
  ///
  /// - Parameter texts: Gives the texts of articles.
  public func document(from texts: (TextReference) -> Bytes) -> SearchDocument { subject.document(from: texts) }

  /// The name of its part of the index.
  public var part: String { SearchedText.part(line.address) }

  /// The path of its file, below the folder of the published site.
  public var file: String { "\(folder)\(part).js" }

  /// Its file by itself, which is the same as among others.
  ///
  /// - Parameter document: What the index has of it.
  public func file(of document: SearchDocument) -> OutputFile {
    var builder = IndexBlockBuilder(first: 0)
    return OutputFile(path: file, bytes: IndexFile.bytes(folder + part, builder.add(document)))
  }

  /// The name of the part of the text with an address.
  public static func part(_ address: String) -> String { "issues/" + address }
}
