import CCmarkGFM

extension MarkdownNode {
  /// Puts the box of an item of a task list into a label with the item's words, so that who hears a page knows what is done.
  /// Other items stay as they are.
  public func labelTaskBox() {
    guard unsafe cmark_node_get_syntax_extension(pointer) != nil,
      unsafe String(cString: cmark_node_get_type_string(pointer)) == "tasklist",
      let paragraph = firstChild, paragraph.kind == .paragraph, let words = paragraph.firstChild,
      let end = unsafe cmark_node_new(CMARK_NODE_CUSTOM_INLINE)
    else { return }
    let mark = unsafe cmark_gfm_extensions_get_tasklist_item_checked(pointer) ? "checked=\"\" " : ""
    words.insertBefore(html: "<label><input type=\"checkbox\" \(mark)disabled=\"\" /> ", isInline: true)
    unsafe cmark_node_set_on_enter(end, "</label>")
    if unsafe cmark_node_append_child(paragraph.pointer, end) == 0 { unsafe cmark_node_free(end) }
    // A plain item writes no box of its own.
    unsafe cmark_node_set_syntax_extension(pointer, nil)
  }
}
