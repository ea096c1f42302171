extension Record {
  /// The value of a field; where there is none, a record that may have others gives `undefined`.
  func attribute(_ name: Symbol) throws(Failure) -> Value {
    if let value = self[name] { return value }
    return try missing(name.description)
  }

  /// The same for a name that comes from data.
  func attribute(named name: String) throws(Failure) -> Value {
    if let symbol = Symbol(known: name), let value = self[symbol] { return value }
    return try missing(name)
  }

  private func missing(_ name: String) throws(Failure) -> Value {
    guard shape.isClosed else { return .undefined }
    let excerpt = Value(name).excerpt
    throw Failure(
      "\(shape.name) has no attribute `\(excerpt)`", help: .suggestion(shape.fields.map(\.name).nearest(to: excerpt)))
  }
}
