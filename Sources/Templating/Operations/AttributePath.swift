/// Attributes that are named by a text, as filters and formats do.
enum AttributePath {
  /// The value of an attribute; dots lead into attributes of attributes.
  static func value(at path: String, of value: Value) throws(Failure) -> Value {
    var value = value
    for part in path.split(separator: ".") {
      switch value {
      case .text, .safe:
        guard let index = Int(part) else { return .undefined }
        value = try Slicing.element(.int(index), of: value)
      case .list(let values), .tuple(let values):
        guard let index = Int(part) else { return .undefined }
        value = values.indices.contains(index) ? values[index] : .undefined
      case .record(let record):
        if record.shape.isTuple, let index = Int(part) {
          value = record.values.indices.contains(index) ? record.values[index] : .undefined
        } else {
          value = try record.attribute(Symbol(String(part)))
        }
      case .map(let map): value = map.map[String(part)] ?? Int(part).flatMap { map.map[.int($0)] } ?? .undefined
      case .namespace(let space): value = space.map[String(part)] ?? .undefined
      default: return .undefined
      }
    }
    return value
  }
}
