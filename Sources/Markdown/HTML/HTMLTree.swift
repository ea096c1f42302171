import CGumbo
import Text

/// Owns the tree that Gumbo makes of a piece of HTML, after the algorithm of the standard: what a browser would understand.
///
/// The tree is used on the thread that made it, inside the scope that owns it.
@safe
struct HTMLTree: ~Copyable {
  /// Where a piece of HTML stands, which decides what its tags mean.
  enum Place {
    /// In running text.
    case body
    /// Anywhere: a cell of a table counts also when its table is not there.
    case anywhere
  }

  private let output: UnsafeMutablePointer<GumboOutput>
  /// What was parsed: the tree points into it.
  private let text: UnsafeMutableBufferPointer<CChar>

  /// Parses a piece of HTML; every text is one.
  init(_ html: Bytes, in place: Place) {
    let text = UnsafeMutableBufferPointer<CChar>.allocate(capacity: html.count + 1)
    for index in html.indices { unsafe text[index] = CChar(bitPattern: html[index]) }
    unsafe text[html.count] = 0
    unsafe self.text = unsafe text
    var options = unsafe kGumboDefaultOptions
    unsafe options.max_errors = 0
    unsafe options.fragment_context = place == .body ? GUMBO_TAG_BODY : GUMBO_TAG_TEMPLATE
    guard let output = unsafe gumbo_parse_with_options(&options, text.baseAddress, html.count) else {
      fatalError("Gumbo found no memory for a tree")
    }
    unsafe self.output = unsafe output
  }

  deinit {
    var options = unsafe kGumboDefaultOptions
    unsafe gumbo_destroy_output(&options, output)
    unsafe text.deallocate()
  }

  /// The element around the piece, which the piece does not have; its nodes must not outlive the tree.
  var root: HTMLNode { unsafe HTMLNode(output.pointee.root, text: UnsafePointer(text.baseAddress)) }
}
