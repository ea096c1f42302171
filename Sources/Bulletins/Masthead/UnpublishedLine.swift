import Languages
import Text

/// A line of a masthead that says that the text is not to be out: `DRAFT`, `(Not for publication)`, `Status: szkic`.
enum UnpublishedLine {
  /// Whether a line that is not understood is one, in the words of any language.
  static func isOne(_ line: ArraySlice<UInt8>, _ languages: KnownLanguages) -> Bool {
    let words = line.drop { !($0.isASCIILetter || $0 >= 0x80) }
    let key = words.prefix { $0 != UInt8(ascii: ":") }
    let isStatus = key.endIndex < words.endIndex && Metadata.field(spelled: Array(key).string)?.key == "status"
    let said = isStatus ? words[key.endIndex...].dropFirst().drop(while: \.isASCIISpace) : words
    let text = Array(said).string.lowercased()
    return (languages.own + languages.others).contains { language in
      language.masthead.unpublished.contains {
        text.hasPrefix($0) && !(text.dropFirst($0.count).first?.isLetter ?? false)
      }
    }
  }
}
