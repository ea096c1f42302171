import Languages
import Text

/// A line of a masthead that says that the text is not to be out: `DRAFT`, `(Not for publication)`, `Status: szkic`.
enum UnpublishedLine {
  /// Whether a line that is not understood is one, in the words of any language.
  static func isOne(_ line: ArraySlice<UInt8>, _ languages: KnownLanguages) -> Bool {
    isOne(line, in: languages.own + languages.others)
  }

  /// The same in the words of some languages.
  static func isOne(_ line: ArraySlice<UInt8>, in languages: [Language]) -> Bool {
    let words = line.drop { !($0.isASCIILetter || $0 >= 0x80) }
    // `Status: draft`, `Status – draft`, `Status draft`
    let key = words.prefix(while: \.isASCIILetter)
    let isStatus = key.endIndex < words.endIndex && Metadata.field(spelled: Array(key).string)?.key == "status"
    let said = isStatus ? words[key.endIndex...].drop { !$0.isASCIILetter && !isOfLetter($0) } : words
    let text = Array(said).string.lowercased()
    return languages.contains { language in
      language.masthead.unpublished.contains {
        text.hasPrefix($0) && !(text.dropFirst($0.count).first?.isLetter ?? false)
      }
    }
  }

  /// Whether a byte is one of a letter beyond ASCII; dashes begin with 0xE2.
  private static func isOfLetter(_ byte: UInt8) -> Bool { byte >= 0xC3 && byte != 0xE2 }
}
