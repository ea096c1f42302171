import Diagnostics
import Text

/// Reads on behind a mistake: whoever mends one wants to hear of the others, too, and not one after another.
enum YAMLRecovery {
  /// What is wrong with a part of a file, and what can be read of it.
  ///
  /// - Parameters:
  ///   - first: What libfyaml says of it.
  ///   - read: Reads another text in the place of the part.
  static func failure(
    _ first: YAMLError, in source: SourceFile, _ range: Range<Int>, read: (Bytes) -> Result<YAMLNode, YAMLError>
  ) -> YAMLFailure {
    var text = Array(source.bytes[range])
    var mistakes: [YAMLError] = []
    var error = first
    while mistakes.count < most {
      guard let slip = slip(error, text, from: range.lowerBound) else {
        // What follows from a mistake that nobody knows is not said.
        return YAMLFailure(mistakes.isEmpty ? [error] : mistakes)
      }
      let mistake = slip.error(in: source, from: range.lowerBound)
      if let last = mistakes.last, last.range.lowerBound >= mistake.range.lowerBound { return YAMLFailure(mistakes) }
      mistakes.append(mistake)
      let rest = slip.leftOut()
      if rest == text { return YAMLFailure(mistakes) }
      text = rest
      switch read(text) {
      case .success(let root): return YAMLFailure(mistakes, rest: root)
      case .failure(let next): error = next
      }
    }
    return YAMLFailure(mistakes)
  }

  private static func slip(_ error: YAMLError, _ text: Bytes, from offset: Int) -> YAMLSlip? {
    let at = min(max(error.range.lowerBound - offset, 0), text.count)
    if let slip = YAMLSlip.unclosedBracket(before: at, in: text) { return slip }
    if error.message.contains("tab ") { return YAMLSlip.tab(YAMLLine(of: text, at: at)) }
    if let slip = YAMLSlip.value(error.message, at: at, in: YAMLLine(of: text, at: at)) { return slip }
    let isOfLines = ["multiline plain key", "did not find expected", "could not find expected", "invalid value after"]
      .contains {
        error.message.contains($0)
      }
    return isOfLines ? YAMLSlip.line(at: at, in: text) : nil
  }

  /// So many that nobody reads more.
  private static let most = 20
}
