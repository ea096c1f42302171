import Languages
import Text

/// What the name of a text's file says: `2010-02-11-the-tide.pl.md`, or `2010-02-11-the-tide/index.pl.md`, which is named
/// by its folder.
public struct FileName {
  /// The path without language and ending: what the versions of one text in several languages have in common.
  public let counterpart: Substring
  /// The tag of the language; `nil` where the name has none.
  public let language: String?
  /// Whether the file is named by its folder.
  public let isIndex: Bool
  /// The name, or that of the folder, without language and ending.
  public let name: Substring
  /// The day at the start of the name.
  public let date: PublicationDate?
  /// The name without the day at its start, or the two from which and to which it is; all of it, where it is nothing else.
  public let title: Substring

  /// Looks at the path of a file.
  ///
  /// - Parameter languages: Those of the site.
  public init(of path: String, languages: [String]) {
    var whole = path[...].dividedAtEnding()?.rest ?? path[...]
    // `tide.html.md`: Middleman says by the name what comes of the file.
    if let parts = whole.dividedAtEnding(), parts.ending == "html", TextForm.isMarkdown(path) { whole = parts.rest }
    if let parts = whole.dividedAtEnding(), let tag = LanguageTag(ofFileNamed: parts.ending, among: languages) {
      (counterpart, language) = (parts.rest, tag.description)
    } else {
      (counterpart, language) = (whole, nil)
    }
    let (folder, name) = counterpart.parted
    isIndex = folder != nil && ["index", "_index"].contains(name.lowercased())
    self.name = isIndex ? (folder ?? name).parted.name : name
    let day = ISODate.inFileName(self.name)
    date = day?.date
    var rest = self.name.dropping(day)
    // `20170424-20170430`: from one day to another.
    if day != nil, let last = ISODate.inFileName(rest) { rest = rest.dropping(last) }
    title = rest.isEmpty ? self.name : rest
  }

  /// The name of the folder in which the file, or the folder that names it, lies; nothing for one that lies in none.
  public var folder: Substring {
    let folder = counterpart.parted.folder
    return (isIndex ? folder?.parted.folder : folder)?.parted.name ?? ""
  }

  /// The address of a standing page below the root of its language: the names of its folders and its own, each put into
  /// letters that addresses have; `nil` where nothing is left of one.
  public var pageAddress: String? {
    let parts = counterpart.pathParts.dropFirst(2).dropLast(isIndex ? 1 : 0)
    let slugs = parts.compactMap { Slug(of: String($0))?.description }
    return slugs.count == parts.count ? slugs.joined(separator: "/") : nil
  }

  /// What the name says of an issue: its language, which is stronger than what the masthead's number sign tells, and its
  /// day, which is weaker than anything.
  var metadata: (language: Metadata?, date: Metadata?) {
    var parts: (language: Metadata?, date: Metadata?)
    if let language {
      var metadata = Metadata(from: .fileName)
      metadata.language = Located(language, at: 0..<0)
      parts.language = metadata
    }
    if let date {
      var metadata = Metadata(from: .fileName)
      metadata.date = Located(date, at: 0..<0)
      parts.date = metadata
    }
    return parts
  }
}

extension Substring {
  /// What stands behind a day. Whatever joins the day to a name is one byte; a letter joins nothing, but for that of a time.
  fileprivate func dropping(_ day: (date: PublicationDate, length: Int)?) -> Substring {
    guard let day else { return self }
    let rest = utf8.dropFirst(day.length)
    let isTime = rest.first == UInt8(ascii: "T") && rest.dropFirst().first?.isASCIIDigit ?? false
    return rest.first?.isASCIILetter ?? false && !isTime ? self : Substring(rest.dropFirst())
  }

  /// The folder, where there is one, and the name behind the last slash.
  fileprivate var parted: (folder: Substring?, name: Substring) {
    guard let slash = utf8.lastIndex(of: UInt8(ascii: "/")) else { return (nil, self) }
    return (self[..<slash], self[utf8.index(after: slash)...])
  }

  /// What stands before and behind the last point of the name; `nil` where one of the two is nothing.
  fileprivate func dividedAtEnding() -> (rest: Substring, ending: Substring)? {
    let name = parted.name
    guard let point = name.utf8.lastIndex(of: UInt8(ascii: ".")), point > name.startIndex else { return nil }
    return (self[..<point], name[name.utf8.index(after: point)...])
  }
}
