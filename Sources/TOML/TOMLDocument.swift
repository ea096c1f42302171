import CTOML
import Diagnostics
import Text

/// Reading TOML 1.0 with toml++.
public enum TOMLDocument {
  /// The root table of the document in a range of a file, or what is wrong with it.
  public static func read(_ source: SourceFile, _ range: Range<Int>) -> Result<TOMLNode, TOMLError> {
    if let deep = DottedKeys.tooMany(in: source.bytes, range) {
      return .failure(
        TOMLError(message: "a key has more than \(DottedKeys.limit) parts", range: deep..<deep + 1, help: nil))
    }
    let text = Array(source.bytes[range])
    let places = TOMLPlaces(source.bytes, in: range)
    let document = ParsedTOML(text)
    if let (message, place) = document.error {
      let line = TOMLLine(around: places.offset(place), in: source.bytes, range)
      return .failure(TOMLError(message: message, range: line.mistake, help: line.help))
    }
    return .success(document.root(places) ?? TOMLNode(content: .table([]), range: range, written: ""))
  }
}

/// Owns a parsed document of toml++; nothing of it leaves but copies.
@safe
private struct ParsedTOML: ~Copyable {
  private let document: OpaquePointer?

  init(_ text: Bytes) {
    unsafe document = text.withUnsafeBytes { text in
      unsafe ctoml_parse(text.baseAddress?.assumingMemoryBound(to: CChar.self), text.count)
    }
  }

  deinit { unsafe ctoml_free(document) }

  /// What is wrong, and where.
  var error: (message: String, place: ctoml_place)? {
    guard let document = unsafe document else { return ("the text does not fit into memory", ctoml_place()) }
    var place = ctoml_place()
    let message = unsafe string(ctoml_error(document, &place))
    return message.isEmpty ? nil : (withoutPreamble(message), place)
  }

  /// The root table.
  func root(_ places: TOMLPlaces) -> TOMLNode? {
    guard let document = unsafe document else { return nil }
    var count = 0
    guard let start = unsafe ctoml_nodes(document, &count) else { return nil }
    var nodes = unsafe UnsafeBufferPointer(start: start, count: count)[...]
    return unsafe next(&nodes, places)
  }

  /// The first node of a list with all that belongs to it, which is taken off the list.
  private func next(_ nodes: inout Slice<UnsafeBufferPointer<ctoml_node>>, _ places: TOMLPlaces) -> TOMLNode? {
    guard let node = unsafe nodes.popFirst() else { return nil }
    let range = unsafe places.range(node.start, node.end)
    func made(_ content: TOMLNode.Content) -> TOMLNode {
      TOMLNode(content: content, range: range, written: places.text(range))
    }
    switch unsafe node.kind {
    case CTOML_STRING:
      let inside = places.withoutQuotationMarks(range)
      return unsafe TOMLNode(content: .string(string(node.text)), range: inside, written: places.text(inside))
    case CTOML_INTEGER: return unsafe made(.integer(Int(node.integer)))
    case CTOML_FLOAT: return unsafe made(.float(node.number))
    case CTOML_BOOLEAN: return unsafe made(.boolean(node.integer != 0))
    case CTOML_DATE: return made(.date)
    case CTOML_ARRAY:
      var elements: [TOMLNode] = []
      while let element = unsafe next(&nodes, places) { elements.append(element) }
      return made(.array(elements))
    case CTOML_TABLE:
      var members: [TOMLNode.Member] = []
      while let first = unsafe nodes.first, let value = unsafe next(&nodes, places) {
        unsafe members.append(
          TOMLNode.Member(
            key: string(first.key), keyRange: places.range(first.key_start, first.key_end), value: value))
      }
      return made(.table(members))
    default: return nil
    }
  }

  private func string(_ bytes: ctoml_bytes) -> String {
    unsafe String(decoding: UnsafeRawBufferPointer(start: bytes.start, count: bytes.count), as: UTF8.self)
  }

  /// A message without the words that all have: where it stands says as much.
  private func withoutPreamble(_ message: String) -> String {
    guard message.hasPrefix("Error while "), let colon = message.firstRange(of: ": ") else { return message }
    return String(message[colon.upperBound...])
  }
}
