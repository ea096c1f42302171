import Bulletins
import Languages
import Text

/// An issue as other generators saw it when they made its address.
struct AddressSubject {
  let issue: Issue
  private let file: FileName

  /// An issue.
  ///
  /// - Parameter languages: Those of the site.
  init(_ issue: Issue, languages: [String]) {
    self.issue = issue
    file = FileName(of: issue.path, languages: languages)
    date = issue.date
  }

  private(set) var date: PublicationDate

  /// The same as it was under the day of its file's name, where that is another: some generators made its address of that.
  var onDayOfFile: AddressSubject? {
    guard let day = file.date, day != date else { return nil }
    var subject = self
    subject.date = day
    return subject
  }

  /// The same in the way of Hugo, which made addresses of titles where others take the names of files, and of these without
  /// most signs.
  var inHugosWay: AddressSubject {
    var subject = self
    subject.isOfHugo = true
    return subject
  }

  /// The same in an archive whose folders lay in those of no category: somebody put them there when it was moved.
  private var withoutFolderCategories: AddressSubject? {
    if foldersAbovePosts.isEmpty { return nil }
    var subject = self
    subject.ignoresFolders = true
    return subject
  }

  private var ignoresFolders = false

  /// The same as other engines may have seen it when they made addresses of a pattern.
  func variants(for pattern: AddressPattern) -> [AddressSubject] {
    [onDayOfFile, withoutFolderCategories, pattern.mayBeOfHugo ? inHugosWay : nil].compactMap(\.self)
  }

  private var isOfHugo = false

  /// The title as Hugo wrote it in addresses; `nil` for a subject of other engines.
  var hugoTitle: String? { isOfHugo ? HugoPath.of(issue.title) : nil }

  /// What was called slug.
  var slug: String? {
    issue.slug.map { isOfHugo ? HugoPath.of($0) : $0 } ?? hugoTitle ?? fileTitle.map(AddressSubject.joined)
      ?? titleWords
  }

  // Names of months and days are English there, whatever the language of the site.

  var monthName: String { KnownLanguages.fallback.dates.months[date.month - 1].name }
  var weekdayName: String { AddressSubject.weekdays[date.weekday - 1] }

  private static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

  /// From 1.
  var dayOfYear: Int {
    (1..<date.month).reduce(date.day) { $0 + PublicationDate.days(in: $1, of: date.year) }
  }

  /// The week of ISO 8601, with the year that it belongs to: that of its Thursday.
  var week: (year: Int, number: Int) {
    let day = dayOfYear + 4 - date.weekday
    if day < 1 { return (date.year - 1, (day + AddressSubject.length(of: date.year - 1) - 1) / 7 + 1) }
    let length = AddressSubject.length(of: date.year)
    return day > length ? (date.year + 1, 1) : (date.year, (day - 1) / 7 + 1)
  }

  private static func length(of year: Int) -> Int { 337 + PublicationDate.days(in: 2, of: year) }

  /// The name of the file without its day; `nil` where it has none, so that the title gave the address.
  var fileTitle: String? {
    file.title != file.name[...] || hasLetterAtDay ? String(file.title) : nil
  }

  /// Whether a letter stands where the name of a file would have the end of its day: `2024-05-2x-tide`. To those who name
  /// files by their days, it is a name as it stands.
  private var hasLetterAtDay: Bool {
    let parts = file.name.utf8.split(separator: UInt8(ascii: "-"), maxSplits: 3)
    guard parts.count > 2, parts[0].count == 4, parts[0].allSatisfy(\.isASCIIDigit), (1...2).contains(parts[1].count),
      parts[1].allSatisfy(\.isASCIIDigit)
    else { return false }
    return parts[2].first?.isASCIIDigit ?? false && parts[2].contains(where: \.isASCIILetter)
  }

  /// The name of the file without its day, whether it has one or not.
  var fileSlug: String { String(file.title) }

  /// The name of the file.
  var fileName: String { isOfHugo ? HugoPath.of(String(file.name)) : String(file.name) }

  /// What was called title or name: what metadata says, or else the name of a file that begins with a day, or else the
  /// title's words.
  var name: String? { issue.slug ?? fileTitle ?? titleWords }

  /// The words of the title.
  var titleWords: String? {
    let words = AddressSubject.joined(issue.title)
    return words.isEmpty ? nil : words
  }

  /// The folders below that of all issues.
  var folders: [String] {
    let parts = file.counterpart.pathParts.dropFirst(2).dropLast(file.isIndex ? 2 : 1)
    return parts.map { isOfHugo ? HugoPath.of(String($0)) : String($0) }
  }

  /// The folders of which Jekyll makes categories.
  private var foldersAbovePosts: ArraySlice<String> {
    folders.firstIndex(of: "_posts").map { folders[..<$0] } ?? []
  }

  /// All categories, as Jekyll has them in addresses: those of folders, and those that metadata names.
  var categoryPath: String? {
    var known: Set<String> = []
    let names = (ignoresFolders ? [] : foldersAbovePosts) + issue.categories
    let path = names.map { $0.lowercased() }.filter { known.insert($0).inserted }.joined(separator: "/")
    return path.isEmpty ? nil : path
  }

  /// The categories that metadata names.
  var categories: [String]? { issue.categories.isEmpty ? nil : issue.categories }

  /// The number by which a generator with a database knew it.
  var postNumber: String? {
    for key in ["id", "post_id", "wordpress_id"] {
      switch issue.extra.first(where: { $0.key == key })?.value {
      case .int(let number): return "\(number)"
      case .text(let text): return text
      default: continue
      }
    }
    return nil
  }

  /// A number with zeroes in front.
  func digits(_ number: Int, _ count: Int) -> String {
    let digits = "\(number)"
    return String(repeating: "0", count: max(0, count - digits.utf8.count)) + digits
  }

  /// The words of a text in small letters, with hyphens between. Letters stay what they are: most generators write `ł`.
  static func joined(_ text: String) -> String {
    var words = ""
    var isBetween = false
    for scalar in text.lowercased().unicodeScalars {
      if scalar == "'" || scalar == "’" { continue }
      guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else {
        isBetween = !words.isEmpty
        continue
      }
      if isBetween { words += "-" }
      isBetween = false
      words.unicodeScalars.append(scalar)
    }
    return words
  }
}
