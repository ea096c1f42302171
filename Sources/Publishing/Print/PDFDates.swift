import Coding
import Text

/// The times that a browser writes into a PDF, put back to the day of the text: the same text is the same file.
enum PDFDates {
  private static let keys = ["/CreationDate (D:", "/ModDate (D:"].map { Bytes($0.utf8) }

  /// The file with its times set.
  ///
  /// - Parameter day: In ISO form, or as much of it as is known.
  static func set(in pdf: Bytes, to day: String?) -> Bytes {
    var digits = (day ?? "").utf8.filter(\.isASCIIDigit).prefix(8)
    digits += Bytes("19700101".utf8).dropFirst(digits.count)
    let time = digits + Bytes("000000".utf8)
    var pdf = pdf
    for key in keys {
      var at = 0
      while let found = pdf.firstOffset(of: key, from: at) {
        at = found + key.count
        guard at + time.count <= pdf.count, pdf[at..<at + time.count].allSatisfy(\.isASCIIDigit) else { continue }
        // Of the same length, so that no place in the file moves.
        pdf.replaceSubrange(at..<at + time.count, with: time)
      }
    }
    return pdf
  }
}
