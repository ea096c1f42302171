import Diagnostics
import Text

/// Where the parts of an issue's masthead stand. An issue that was read before does not know it any more: its file is read
/// again, which only findings cost.
public struct IssuePlaces: Sendable {
  private let options: ReadingOptions?
  private let source: @Sendable (_ path: String) -> SourceFile?

  /// - Parameters:
  ///   - options: How issues are read.
  ///   - source: Gives a file by its path; `nil` where it can't be read.
  public init(_ options: ReadingOptions, source: @escaping @Sendable (_ path: String) -> SourceFile?) {
    var options = options
    // Where a part stands does not depend on what is found in the text.
    options.looksAtStyle = false
    self.options = options
    self.source = source
  }

  private init() {
    options = nil
    source = { _ in nil }
  }

  /// Every part stands where the number does, for those who do not look.
  static var ofNumbers: IssuePlaces { IssuePlaces() }

  /// The place of a field of an issue; that of its number where the file does not tell.
  ///
  /// - Parameter text: What to point at, where the field holds more.
  func place(
    of field: (Metadata) -> Range<Int>?, in issue: Issue, at text: String? = nil
  ) -> Location {
    guard let options, let source = source(issue.path), let read = Issue.outline(source, options: options),
      let range = field(read.metadata)
    else { return issue.location }
    guard let text, let at = source.offset(of: text, in: range.lowerBound..<source.bytes.count) else {
      return source.location(range)
    }
    return source.location(at..<at + text.utf8.count)
  }

  /// A guess at what is right at a place in an issue's file.
  ///
  /// - Parameters:
  ///   - text: What stands there now.
  ///   - meant: What was probably meant.
  func guess(_ text: String, _ meant: String, at place: Location, in issue: Issue) -> Mend? {
    guard let source = source(issue.path), let at = source.offset(of: text, in: place.range) else { return nil }
    return source.guess("write “\(meant)”", at..<at + text.utf8.count, of: text, meant)
  }
}
