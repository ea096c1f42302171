import CCmarkGFM
import Synchronization

/// The characters at which parsers stop so that extensions can look into a text. libcmark-gfm has one table of them for
/// the whole process.
///
/// Each parser fills the table and empties it again when it is done, while others still read it. Here it is filled for
/// good, and what parsers would fill it with is forgotten; but for the `w` with which an address such as `www.example.org`
/// begins. To stop at each `w` of a text is a tenth of its parsing, and most texts have no such address.
enum SpecialCharacters {
  /// Fills the table with what extensions ask for, which are registered; to be called once.
  static func fill(for extensions: [String]) {
    // Addresses are looked for at a colon, which may belong to `https://`, and at a `w` only when somebody needs it.
    unsafe cmark_syntax_extension_set_special_inline_chars(
      cmark_find_syntax_extension("autolink"), list(of: UInt8(ascii: ":")))
    guard let parser = unsafe cmark_parser_new(CMARK_OPT_DEFAULT) else { return }
    unsafe MarkdownDocument.attach(extensions, to: parser)
    unsafe cmark_manage_extensions_special_characters(parser, 1)
    for name in extensions {
      unsafe cmark_syntax_extension_set_special_inline_chars(cmark_find_syntax_extension(name), nil)
    }
    unsafe cmark_parser_free(parser)
  }

  /// Does something while parsers stop at each `w`. Those that need not do so read their texts as if they had not.
  static func withAddresses<Result>(_ parse: () -> Result) -> Result {
    users.withLock { users in
      users += 1
      if users == 1 { unsafe cmark_manage_extensions_special_characters(holder, 1) }
    }
    defer {
      users.withLock { users in
        users -= 1
        if users == 0 { unsafe cmark_manage_extensions_special_characters(holder, 0) }
      }
    }
    return parse()
  }

  private static let users = Mutex(0)

  /// A parser that parses nothing, and has an extension that looks for nothing at each `w`. It is used under the lock.
  private nonisolated(unsafe) static let holder: OpaquePointer? = {
    let looking = unsafe cmark_syntax_extension_new("addresses")
    // Only extensions that could look have places to do so.
    unsafe cmark_syntax_extension_set_match_inline_func(looking) { _, _, _, _, _ in nil }
    unsafe cmark_syntax_extension_set_special_inline_chars(looking, list(of: UInt8(ascii: "w")))
    let parser = unsafe cmark_parser_new(CMARK_OPT_DEFAULT)
    unsafe cmark_parser_attach_syntax_extension(parser, looking)
    return unsafe parser
  }()

  private static func list(of character: UInt8) -> UnsafeMutablePointer<cmark_llist>? {
    unsafe cmark_llist_append(
      cmark_get_default_mem_allocator(), nil, UnsafeMutableRawPointer(bitPattern: UInt(character)))
  }
}
