extension String {
  /// The text with the commas, colons, brackets and digits that East Asian texts have in a width of their own as ASCII
  /// has them.
  var withPlainMarks: String {
    guard utf8.contains(where: { $0 == 0xEF || $0 == 0xE3 }) else { return self }
    var text = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x3001: text.append(",")
      case 0xFF01...0xFF5E: text.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
      default: text.append(scalar)
      }
    }
    return String(text)
  }

  /// The text without the marks of notes that stand raised between carets: `Nora Quist^1,2^`.
  var withoutRaisedMarks: String {
    // Most texts have none.
    guard has(ascii: "^") else { return self }
    var kept = ""
    var rest = self[...]
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "^")) {
      let inside = rest[rest.utf8.index(after: open)...]
      kept += rest[..<open]
      if let close = inside.utf8.firstIndex(of: UInt8(ascii: "^")), inside[..<close].isRaisedMark {
        rest = inside[inside.utf8.index(after: close)...]
      } else {
        kept += "^"
        rest = inside
      }
    }
    return kept + rest
  }
}

extension Substring {
  /// Whether it is one mark or several with commas between: figures, single letters, stars and daggers.
  fileprivate var isRaisedMark: Bool {
    let marks = split { $0 == "," || $0 == ";" || $0 == " " }
    return !marks.isEmpty
      && marks.allSatisfy { mark in
        mark.allSatisfy { $0.isASCII && $0.isNumber } && mark.count < 3 || mark.count == 1
          || mark.allSatisfy { "*†‡§¶#".contains($0) }
      }
  }
}
