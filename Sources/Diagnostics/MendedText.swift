import Coding
import Text

/// A file with several mends made at once.
public struct MendedText: Sendable {
  /// The file as it is.
  public let source: SourceFile
  /// The findings that are mended, in the order in which they were given.
  public private(set) var mended: [Diagnostic] = []
  /// The replacements in the order of the file, apart from each other.
  public private(set) var edits: [TextEdit] = []

  /// The mends of findings in a file, as far as they do not meet earlier ones and the file is as it was when they were
  /// found. What is left out is found again by whoever looks at the mended file.
  public init(_ source: SourceFile, mending findings: some Sequence<Diagnostic>) {
    self.source = source
    var taken: [Mend] = []
    for finding in findings {
      guard finding.path == source.path, let mend = finding.mend, mend.fits(source.bytes),
        !taken.contains(where: { $0.meets(mend) })
      else { continue }
      taken.append(mend)
      mended.append(finding)
    }
    edits = taken.flatMap(\.edits).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The bytes of the mended file: those of the other one but for the places that are mended.
  public var bytes: Bytes { source.bytes.applying(edits) }
}

extension Mend {
  /// Whether bytes have in all places what it replaces.
  public func fits(_ bytes: Bytes) -> Bool {
    edits.allSatisfy { $0.range.upperBound <= bytes.count && bytes[$0.range].elementsEqual($0.original) }
  }

  /// The mend as machines read it: ranges are bytes of the file.
  var json: JSON {
    let edits = edits.map { edit in
      JSON.object([
        ("range", .array([.int(edit.range.lowerBound), .int(edit.range.upperBound)])),
        ("original", .string(edit.original.string)), ("replacement", .string(edit.replacement.string)),
      ])
    }
    return .object([("summary", .string(summary)), ("safe", .bool(isSafe)), ("edits", .array(edits))])
  }

  /// Writes the mend for the program's own use.
  func write(to writer: inout BinaryWriter) {
    writer.put(summary)
    writer.put(isSafe)
    writer.put(edits) { edit, writer in
      writer.put(edit.range.lowerBound)
      writer.put(edit.original)
      writer.put(edit.replacement)
    }
  }

  /// Reads what was written.
  static func read(from reader: inout BinaryReader) -> Mend? {
    let summary = reader.text()
    let isSafe = reader.bool()
    let edits = reader.list { reader in
      let start = reader.int(in: 0...Int(UInt32.max))
      let (original, replacement) = (reader.data(), reader.data())
      return TextEdit(start..<start + original.count, original, replacement)
    }
    let mend = Mend(summary, edits, isSafe: isSafe)
    if mend == nil { reader.markDamaged() }
    return mend
  }
}

extension Array where Element == UInt8 {
  /// The bytes with replacements that are apart from each other, in their order.
  func applying(_ edits: some Collection<TextEdit>) -> Bytes {
    var out = Bytes()
    var at = 0
    for edit in edits {
      out += self[at..<edit.range.lowerBound]
      out += edit.replacement
      at = edit.range.upperBound
    }
    return out + self[at...]
  }
}
