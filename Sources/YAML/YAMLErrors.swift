import CFYAML
import Diagnostics
import Text

/// Owns libfyaml's collector of errors, so that nothing is printed behind our back.
///
/// Safe to use, because what it collects is copied out.
@safe
struct YAMLErrors: ~Copyable {
  let diagnostics: OpaquePointer?

  init() {
    var settings = unsafe fy_diag_cfg()
    unsafe fy_diag_cfg_default(&settings)
    unsafe settings.fp = nil
    unsafe settings.output_fn = { _, _, _, _ in }
    unsafe diagnostics = fy_diag_create(&settings)
    unsafe fy_diag_set_collect_errors(diagnostics, true)
  }

  deinit { unsafe fy_diag_destroy(diagnostics) }

  /// The first error of a text that begins at `offset` of its file.
  func first(in source: SourceFile, offset: Int, text: Bytes) -> YAMLError? {
    var iterator: UnsafeMutableRawPointer?
    guard let error = unsafe fy_diag_errors_iterate(diagnostics, &iterator) else { return nil }
    let message = unsafe error.pointee.msg.map { unsafe String(cString: $0) } ?? "the text is no YAML"
    let lines = LineOffsets(of: text)
    // libfyaml counts the lines and columns of its messages from 1.
    let at = unsafe offset + lines.offset(line: Int(error.pointee.line) - 1, column: Int(error.pointee.column) - 1)
    return YAMLError(message: message, range: at..<at + 1)
  }
}

/// Where each line of a text begins, for turning lines and columns into offsets.
struct LineOffsets {
  private let starts: [Int]
  private let text: Bytes

  init(of text: Bytes) {
    self.text = text
    starts = [0] + text.indices.filter { text[$0] == 0x0A }.map { $0 + 1 }
  }

  /// The byte offset of a line and a column in code points, both counted from 0.
  func offset(line: Int, column: Int) -> Int {
    guard line >= 0, line < starts.count else { return text.count }
    var (at, left) = (starts[line], column)
    while left > 0, at < text.count, text[at] != 0x0A {
      at += 1
      while at < text.count, text[at].isUTF8Continuation { at += 1 }
      left -= 1
    }
    return at
  }
}
