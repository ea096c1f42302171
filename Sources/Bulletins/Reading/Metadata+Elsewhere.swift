import Languages

extension Metadata {
  /// Leaves out the words of a date that are those of another language: the pages print their own. What a key of its own
  /// says stands elsewhere than the date, and stays.
  mutating func keepDateText(in language: Language) {
    guard let text = self.dateText, text.range == date?.range else { return }
    if let words = DateToken.all(in: text.value), language.dates.read(words) == nil { self.dateText = nil }
  }

  /// Takes the title, where nothing says it, from a key that other programs have for one: the only one of a text whose name
  /// ends so, or what Eleventy prints in its menus.
  mutating func fillTitle() {
    guard title == nil, !extra.isEmpty, !isExplained(\.title) else { return }
    let named = extra.compactMap { key, value -> String? in
      guard case .text(let text) = value, Metadata.meansTitle(key), !text.plain.isEmpty else { return nil }
      return text.plain
    }
    var menu: String? {
      guard case .mapping(let members)? = extra.first(where: { $0.key == "eleventyNavigation" })?.value else {
        return nil
      }
      let texts = ["title", "key"].lazy.compactMap { key in members.first { $0.key == key }?.value }
      return texts.compactMap { if case .text(let text) = $0 { text.plain } else { nil } }.first
    }
    if let found = named.count == 1 ? named.first : menu { title = Located(found, at: 0..<0) }
  }

  /// Whether a key is called as a title is: `newstitle`, `postTitle`, but not `subtitle`.
  private static func meansTitle(_ key: String) -> Bool {
    let name = key.lowercased()
    return name.hasSuffix("title")
      && !["sub", "short", "alt", "meta", "seo", "og", "rss"].contains { name.hasPrefix($0) }
  }

  /// Takes the date, where nothing says it, from what else speaks of it: the day on which the text comes out, the one on
  /// which it was begun, the one in an address under which it was found, its file's name, and the folders in which it lies.
  mutating func fillDate(path: String, isPrinted: Bool, _ languages: KnownLanguages) {
    // Of a masthead without a date, its printer wants to know.
    guard date == nil, !isPrinted || self.publishDate != nil else { return }
    if let publication = self.publishDate {
      date = publication
    } else if let begun = extra.lazy.compactMap({ Metadata.beginning($0, languages) }).first {
      date = Located(begun, at: 0..<0)
    } else if let addresses = self.formerAddresses, let day = addresses.value.lazy.compactMap(\.address.date).first {
      date = Located(day, at: addresses.range)
    } else if let day = Metadata.day(ofPath: path, languages) {
      date = Located(day, at: 0..<0)
    }
  }

  /// Whether the path of a file says a day or a month anywhere.
  static func tellsDay(path: String, _ languages: KnownLanguages) -> Bool { day(ofPath: path, languages) != nil }

  /// The day or the month that a file's name has behind its start, or else the folders in which it lies.
  private static func day(ofPath path: String, _ languages: KnownLanguages) -> PublicationDate? {
    let name = FileName(of: path, languages: languages.own.map(\.tag)).name
    return DayInName(name, languages)?.date ?? PublicationDate(inPath: path) ?? day(ofFolders: path, languages)
  }

  /// The day or the month in folders of which one has the month by its name: `2022/jul/15.md`.
  private static func day(ofFolders path: String, _ languages: KnownLanguages) -> PublicationDate? {
    let parts = path.pathParts.suffix(3).map { $0.split(separator: ".", maxSplits: 1).first ?? "" }
    guard parts.count == 3, parts[0].utf8.count == 4, parts[0].utf8.allSatisfy(\.isASCIIDigit),
      !parts[1].utf8.contains(where: \.isASCIIDigit)
    else { return nil }
    return DayInName(Substring(parts.joined(separator: "-")), languages)?.date
  }

  /// The day under a key by which programs for notes say when a text was begun.
  private static func beginning(_ entry: (key: String, value: ExtraValue), _ languages: KnownLanguages)
    -> PublicationDate?
  {
    guard field(spelled: entry.key)?.key == beginningKey, case .text(let text) = entry.value,
      case .success(let day) = PublicationDate.read(text, of: languages)
    else { return nil }
    return day
  }
}
