import Text

/// What kramdown has between `{::` and `}`.
enum KramdownExtension: Equatable {
  /// `{::comment}`: what stands up to its end is for nobody.
  case hidden
  /// `{::nomarkdown}`, `{::options … /}` and others, of which only the marks go.
  case mark
  /// `{:/comment}`, `{:/}`.
  case end

  /// `nil` for a text that is none.
  init?(_ text: ArraySlice<UInt8>) {
    let words = text.drop(while: \.isASCIISpace)
    if words.starts(with: "{:/".utf8) {
      self = .end
      return
    }
    guard words.starts(with: "{::".utf8) else { return nil }
    let name = Array(words.dropFirst(3).prefix(while: \.isASCIILetter)).string
    guard KramdownExtension.names.contains(name) else { return nil }
    let closesItself = words.last { !$0.isASCIISpace && $0 != UInt8(ascii: "}") } == UInt8(ascii: "/")
    self = name == "comment" && !closesItself ? .hidden : .mark
  }

  private static let names: Set<String> = ["comment", "nomarkdown", "options", "encoding"]
}
