import CFYAML

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

  /// The first error of a text that begins at `offset` of its file; one that has no place of its own is at the start.
  func first(offset: Int) -> YAMLError? {
    var iterator: UnsafeMutableRawPointer?
    guard let error = unsafe fy_diag_errors_iterate(diagnostics, &iterator) else { return nil }
    let message = unsafe error.pointee.msg.map { unsafe String(cString: $0) } ?? "the text is no YAML"
    let mark = unsafe error.pointee.fyt.flatMap { unsafe fy_token_start_mark($0) }
    let at = unsafe offset + Int(mark?.pointee.input_pos ?? 0)
    return YAMLError(message: message, range: at..<at + 1)
  }
}
