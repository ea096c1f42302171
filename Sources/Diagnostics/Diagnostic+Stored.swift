import Coding

extension Diagnostic {
  /// Writes the finding for the program's own use.
  public func write(to writer: inout BinaryWriter) {
    writer.put(kind.name)
    writer.put(severity.rawValue)
    writer.put(message)
    writer.put(path)
    writer.put(location) { $0.write(to: &$1) }
    writer.put(notes) { note, writer in
      writer.put(note.message)
      writer.put(note.location) { $0.write(to: &$1) }
    }
    writer.put(help)
    writer.put(mend) { $0.write(to: &$1) }
  }

  /// Reads what was written; its kind is known by name, without the paragraph that documents it.
  public convenience init(from reader: inout BinaryReader) {
    let name = reader.text()
    let written = Severity(rawValue: reader.text())
    if written == nil { reader.markDamaged() }
    let severity = written ?? .error
    let (message, path) = (reader.text(), reader.text())
    let location = reader.optional { Location(from: &$0) }
    let notes = reader.list { reader in
      let message = reader.text()
      return Note(message, at: reader.optional { Location(from: &$0) })
    }
    let help = reader.texts()
    let mend = reader.optional { Mend.read(from: &$0) }.flatMap { $0 }
    self.init(
      DiagnosticKind(name, severity, ""), severity: severity, message, path: path, location: location, notes: notes,
      help: help, mend: mend)
  }
}

extension Location {
  /// Writes the place for the program's own use.
  public func write(to writer: inout BinaryWriter) {
    writer.put(path)
    for number in [range.lowerBound, range.count, line, column, width, excerptColumn] { writer.put(number) }
    writer.put(excerpt)
    writer.put(lineAbove)
    writer.put(lineBelow)
  }

  /// Reads what was written.
  public init(from reader: inout BinaryReader) {
    let path = reader.text()
    // Numbers that a file can have: what prints the place adds and subtracts.
    let (start, length) = (reader.int(in: 0...Int(UInt32.max)), reader.int(in: 0...Int(UInt32.max)))
    func number() -> Int { reader.int(in: 1...Int(UInt32.max)) }
    let (line, column, width, excerptColumn) = (number(), number(), number(), number())
    self.init(
      path: path, range: start..<start + length, line: line, column: column, width: width, excerpt: reader.text(),
      excerptColumn: excerptColumn, lineAbove: reader.optionalText(), lineBelow: reader.optionalText())
  }
}
