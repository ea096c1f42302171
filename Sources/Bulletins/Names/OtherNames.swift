import Languages
import Text

/// What a list of names prints in the place of those that it leaves out: `et al.`, `u. a.`, `ほか`.
enum OtherNames {
  /// A list without what stands for others at its end, and that as it is printed.
  static func split(_ text: String, _ known: NameWords) -> (names: String, others: String?) {
    guard let ending = known.others.first(where: { ends(text, with: $0) }) else { return (text, nil) }
    let isClosed = text.utf8.last == UInt8(ascii: ".")
    let printed = ending + (isClosed ? "." : "")
    let names = String(Substring(text.utf8.dropLast(printed.utf8.count))).trimmed
    guard let last = names.utf8.last else { return (text, nil) }
    return (last == UInt8(ascii: ",") ? String(Substring(names.utf8.dropLast())) : names, printed)
  }

  /// Whether a list ends so, with a name before it, and with a blank between where the script has any.
  private static func ends(_ text: String, with ending: String) -> Bool {
    let bytes = text.utf8.last == UInt8(ascii: ".") ? text.utf8.dropLast() : text.utf8[...]
    guard bytes.count > ending.utf8.count, bytes.reversed().starts(with: ending.utf8.reversed()) else { return false }
    let names = bytes.dropLast(ending.utf8.count)
    if NameShape.isIdeographic(ending) {
      return Substring(names).unicodeScalars.count > 1 && NameShape.isIdeographic(Substring(names))
    }
    return names.last == 0x20
  }
}
