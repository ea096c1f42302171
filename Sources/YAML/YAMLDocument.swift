import CFYAML
import Diagnostics
import Glibc
import Text

/// Reading YAML 1.2 with libfyaml.
public enum YAMLDocument {
  /// The root of the document in a range of a file, or what is wrong with it.
  ///
  /// A document without content is an empty mapping, since every file here is one. Where the strict reading fails, a
  /// quoted text or a list in brackets may go on at the line's start, as other readers let it, and a dash may stand
  /// alone; keys that stand twice are both there.
  public static func read(_ source: SourceFile, _ range: Range<Int>) -> Result<YAMLNode, YAMLFailure> {
    if let excess = YAMLBounds.firstExcess(in: source.bytes, range) { return .failure(YAMLFailure([excess])) }
    // A file has one document. What a second one says would be lost without a word.
    if range.upperBound == source.bytes.count, let second = secondDocument(in: source.bytes, from: range.lowerBound) {
      let mistake = YAMLError(
        message: "another document begins here, of which nothing is read", range: second,
        help: "take the line `---` away, or what follows it")
      return .failure(YAMLFailure([mistake]))
    }
    return leniently(Array(source.bytes[range]), range).mapError { error in
      YAMLRecovery.failure(error, in: source, range) { leniently($0, range) }
    }
  }

  private static func leniently(
    _ text: Bytes, _ range: Range<Int>
  ) -> Result<YAMLNode, YAMLError> {
    let strict = read(text, range, indentation: .strict)
    if case .success = strict { return strict }
    let lenient = read(text, range, indentation: .lenient)
    if case .success = lenient { return lenient }
    if let text = YAMLDashes.withoutEmpty(text[...]) {
      let filled = read(text, range, indentation: .lenient)
      if case .success = filled { return filled }
    }
    // What is wrong first is nearer to the cause where the indentation counts.
    return strict
  }

  /// The first line of a second document that says something.
  private static func secondDocument(in text: Bytes, from start: Int) -> Range<Int>? {
    guard text.firstOffset(of: dashes, from: start) != nil || text.firstOffset(of: dots, from: start) != nil else {
      return nil
    }
    var (at, hasContent, hasEnded) = (start, false, false)
    while at < text.count {
      let end = text[at...].firstIndex(of: 0x0A) ?? text.count
      let line = text[at..<end]
      let isMark =
        (line.starts(with: dashes.dropFirst()) || line.starts(with: dots.dropFirst()))
        && line.dropFirst(3).first.map(\.isASCIISpace) ?? true
      let words = (isMark ? line.dropFirst(3) : line).drop(while: \.isASCIISpace)
      if isMark, hasContent { hasEnded = true }
      let isSilent =
        words.isEmpty || words.first == UInt8(ascii: "#") || !hasContent && words.first == UInt8(ascii: "%")
      if !isSilent {
        if hasEnded { return at..<end }
        hasContent = true
      }
      at = end + 1
    }
    return nil
  }

  private static let dashes = Bytes("\n---".utf8)
  private static let dots = Bytes("\n...".utf8)

  private static func read(
    _ text: Bytes, _ range: Range<Int>, indentation: Indentation
  ) -> Result<YAMLNode, YAMLError> {
    let errors = YAMLErrors()
    let owner = FYDocument(text, errors: errors, indentation)
    if let error = errors.first(offset: range.lowerBound) { return .failure(error) }
    do {
      guard let root = try owner.root(offset: range.lowerBound) else {
        return .success(YAMLNode(.mapping([]), range: range))
      }
      return .success(root)
    } catch {
      return .failure(error)
    }
  }
}

/// Whether what stands in quotation marks or brackets must be indented where it goes on.
private enum Indentation { case strict, lenient }

/// Owns a parsed document of libfyaml, and with it the text; nothing of either leaves but copies.
@safe
private struct FYDocument: ~Copyable {
  private let document: OpaquePointer?

  init(_ text: Bytes, errors: borrowing YAMLErrors, _ indentation: Indentation) {
    var settings = unsafe fy_parse_cfg()
    // Keys that stand twice are told apart where they are read: of equal values, one is enough.
    var flags = FYPCF_QUIET.rawValue | FYPCF_ALLOW_DUPLICATE_KEYS.rawValue
    if indentation == .lenient { flags |= FYPCF_SLOPPY_FLOW_INDENTATION.rawValue }
    unsafe settings.flags = fy_parse_cfg_flags(rawValue: flags)
    unsafe settings.diag = errors.diagnostics
    // libfyaml takes over the copy, and frees it with the document.
    unsafe document = unsafe text.withUnsafeBytes {
      unsafe fy_document_build_from_malloc_string(&settings, duplicate($0), $0.count)
    }
  }

  deinit { unsafe fy_document_destroy(document) }

  func root(offset: Int) throws(YAMLError) -> YAMLNode? {
    guard let document = unsafe document, let node = unsafe fy_document_root(document) else { return nil }
    return unsafe try read(node, offset: offset, depth: 0)
  }
}

private func duplicate(_ text: UnsafeRawBufferPointer) -> UnsafeMutablePointer<CChar>? {
  let copy = unsafe malloc(text.count + 1)
  if let copy = unsafe copy, let start = text.baseAddress { unsafe memcpy(copy, start, text.count) }
  unsafe copy?.storeBytes(of: 0, toByteOffset: text.count, as: UInt8.self)
  return unsafe copy?.assumingMemoryBound(to: CChar.self)
}

/// Nodes and tokens are the document's, which outlives the reading; what is made of them are copies.
///
/// - Parameter place: Where a list or mapping without members is taken to stand.
private func read(
  _ node: OpaquePointer, offset: Int, depth: Int, at place: Range<Int>? = nil
) throws(YAMLError) -> YAMLNode {
  guard depth < 64 else {
    throw YAMLError(message: "values are nested more than 64 levels deep", range: place ?? offset..<offset)
  }
  var iterator: UnsafeMutableRawPointer?
  // A value that stands for another could stand for a billion.
  guard unsafe !fy_node_is_alias(node) else {
    let range = unsafe scalar(node, offset: offset).range
    throw YAMLError(
      message: "values that refer to others with `*` are not understood here; write the value out", range: range)
  }
  switch unsafe fy_node_get_type(node) {
  case FYNT_SEQUENCE:
    var elements: [YAMLNode] = []
    while let element = unsafe fy_node_sequence_iterate(node, &iterator) {
      unsafe elements.append(try read(element, offset: offset, depth: depth + 1, at: elements.last?.range ?? place))
    }
    return YAMLNode(.sequence(elements), range: span(elements.first, elements.last) ?? place ?? offset..<offset)
  case FYNT_MAPPING:
    var members: [(key: YAMLNode, value: YAMLNode)] = []
    while let pair = unsafe fy_node_mapping_iterate(node, &iterator) {
      let before = members.last?.value.range ?? place
      let empty = YAMLNode(.scalar("", plain: true), range: before ?? offset..<offset)
      let key = unsafe try fy_node_pair_key(pair).map { (node) throws(YAMLError) in
        unsafe try read(node, offset: offset, depth: depth + 1, at: before)
      }
      let value = unsafe try fy_node_pair_value(pair).map { (node) throws(YAMLError) in
        unsafe try read(node, offset: offset, depth: depth + 1, at: key?.range)
      }
      members.append((key ?? empty, value ?? YAMLNode(empty.content, range: key?.range ?? empty.range)))
    }
    return YAMLNode(
      .mapping(members), range: span(members.first?.key, members.last?.value) ?? place ?? offset..<offset)
  default:
    return unsafe scalar(node, offset: offset, at: place)
  }
}

private func scalar(_ node: OpaquePointer, offset: Int, at place: Range<Int>? = nil) -> YAMLNode {
  var length = 0
  let start = unsafe fy_node_get_scalar(node, &length)
  let text = unsafe String(decoding: UnsafeRawBufferPointer(start: start, count: length), as: UTF8.self)
  let plain = unsafe fy_node_get_style(node) == FYNS_PLAIN
  var range = place ?? offset..<offset
  if let token = unsafe fy_node_get_scalar_token(node), let from = unsafe fy_token_start_mark(token),
    let to = unsafe fy_token_end_mark(token)
  {
    let (first, last) = unsafe (from.pointee.input_pos, to.pointee.input_pos)
    range = offset + first..<offset + max(first, last)
  }
  return YAMLNode(.scalar(text, plain: plain), range: range)
}

private func span(_ first: YAMLNode?, _ last: YAMLNode?) -> Range<Int>? {
  guard let first, let last else { return nil }
  return first.range.lowerBound..<max(first.range.lowerBound, last.range.upperBound)
}
