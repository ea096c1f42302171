import Synchronization

/// The languages that a site's texts may be in: its own, in its order, and all others that there is data of.
///
/// A class, because every file that is read asks the same one; what few files ask for is made when one does.
public final class KnownLanguages: Sendable {
  /// The languages of the site, the first of which it is in unless a text says otherwise.
  public let own: [Language]
  /// The language that says what another has no word for.
  public let fallback: Language
  /// What names in texts of any of the site's languages may hold.
  public let names: NameWords
  /// Which comes first in dates of figures alone; `nil` where nobody says.
  public let dateOrder: DateOrder?
  /// What tells one choice of languages from another.
  public let key: String
  private let makeOthers: @Sendable () -> [Language]
  private let made = Mutex(Made())

  private struct Made {
    var others: [Language]?
    var unknown: [String: Language] = [:]
    var names: [String: NameWords] = [:]
  }

  /// Languages.
  ///
  /// - Parameters:
  ///   - own: Those of the site, at least one.
  ///   - dateOrder: Which comes first in dates of figures alone, where that is known.
  ///   - key: What tells their data from other data.
  ///   - others: Gives all others, when a text is in none of the site's.
  public init(
    own: [Language], fallback: Language, dateOrder: DateOrder? = nil, key: String,
    others: @escaping @Sendable () -> [Language]
  ) {
    self.own = own.isEmpty ? [fallback] : own
    self.fallback = fallback
    self.dateOrder = dateOrder
    self.key = self.own.map(\.tag).joined(separator: " ") + " " + (dateOrder?.rawValue ?? "") + " " + key
    names = NameWords(of: self.own + [fallback])
    makeOthers = others
  }

  /// The language of a site, and of a text, that does not say.
  public var main: Language { own[0] }

  /// The languages that are not the site's.
  public var others: [Language] {
    made.withLock { made in
      if let others = made.others { return others }
      let others = makeOthers()
      made.others = others
      return others
    }
  }

  /// The data of a language; that of `pt` for `pt-BR`, unless the latter has data of its own.
  public func tagged(_ tag: String) -> Language {
    if let language = own.first(where: { $0.tag == tag }) { return language }
    if let language = known(tag) { return language }
    return made.withLock { made in
      if let language = made.unknown[tag] { return language }
      let language = Language(unknown: tag)
      made.unknown[tag] = language
      return language
    }
  }

  /// The language that a tag names, perhaps more precisely; `nil` where there is no data of it.
  public func known(_ tag: String) -> Language? {
    own.first { $0.has(tag) } ?? others.first { $0.has(tag) }
  }

  /// What names in texts of a language may hold: also what those in the site's other languages hold, since people keep
  /// their suffixes, and editors their habits.
  public func names(in language: Language) -> NameWords {
    made.withLock { made in
      if let names = made.names[language.tag] { return names }
      let names = own.contains { $0 === language } ? self.names : NameWords(of: [language, fallback] + own)
      made.names[language.tag] = names
      return names
    }
  }
}

extension KnownLanguages: Hashable {
  /// Whether both are of the same data.
  public static func == (a: KnownLanguages, b: KnownLanguages) -> Bool { a.key == b.key }

  /// Adds what tells the data from other data.
  public func hash(into hasher: inout Hasher) { hasher.combine(key) }
}

extension Language {
  fileprivate func has(_ wanted: String) -> Bool { wanted == tag || wanted.hasPrefix(tag + "-") }
}
