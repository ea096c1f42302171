import Languages
import Text

/// How a name is put in order.
enum PersonName {
  /// The family name first: “Dębski, Sławomir”; suffixes stay at the end. The name of a group is not turned round, nor is
  /// one in a script that writes the family name first.
  ///
  /// - Parameter comma: What the language prints between names; those in letters of Europe have a European one.
  static func sortName(_ name: String, family: String?, _ known: NameWords, comma: String = ", ") -> String {
    func turned(_ family: String, _ rest: String) -> String {
      let isEuropean = family.unicodeScalars.first.map { $0 < "\u{590}" } ?? true
      return family + (isEuropean ? ", " : comma) + rest
    }
    if let family, name.hasSuffix(family), name != family {
      return turned(family, String(name.dropLast(family.count)).trimmed)
    }
    var words = name.split(separator: " ").map { $0.hasSuffix(",") ? String($0.dropLast()) : String($0) }
    var suffixes: [String] = []
    while words.count > 1, let last = words.last, NameAddition.isSuffix(last, known) || last.hasPrefix("(") {
      suffixes.insert(words.removeLast(), at: 0)
    }
    guard words.count > 1, let last = words.last, !NameShape.isIdeographic(last), !GroupName.isOne(name, known) else {
      return name
    }
    return turned(last, (words.dropLast() + suffixes).joined(separator: " "))
  }
}
