import Diagnostics
import Markdown

extension BodyReader {
  /// Looks for what print or typing may have left in the text, before anything is changed in it.
  mutating func observe(_ nodes: BodyNodes) {
    var style = StyleObserver(smartPunctuation: options.markdown.smartPunctuation, language)
    style.observe(
      paragraphs: StyleObserver.mayBeginInLowerCase(source.bytes) ? nodes.paragraphs : [],
      texts: StyleObserver.mayHaveStraightQuotes(source.bytes) ? nodes.texts : [])
    inspection.observations += style.observations
  }

  /// What is said of all that was observed, of a habit once.
  var habits: [Diagnostic] { Observation.diagnostics(inspection.observations, in: source) }
}
