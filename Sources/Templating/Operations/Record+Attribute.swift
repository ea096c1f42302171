extension Record {
  /// The value of a field; where there is none, a record that may have others gives `undefined`.
  func attribute(_ name: Symbol) throws(Failure) -> Value {
    if let value = self[name] { return value }
    guard shape.isClosed else { return .undefined }
    throw Failure(
      "\(shape.name) has no attribute `\(name)`",
      help: .suggestion(shape.fields.map(\.name).nearest(to: name.description)))
  }
}
