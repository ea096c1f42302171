import Coding
import Text

/// A file of an index: a script that gives what it holds to the function of the search page. Scripts can be fetched from a
/// folder on disk, too, where browsers refuse everything else.
public enum IndexFile {
  private static let opening = Bytes("bulletinSearch(".utf8)

  /// The file.
  ///
  /// - Parameter name: Its path below the site's root, without ending.
  public static func bytes(_ name: String, _ payload: Bytes) -> Bytes {
    var bytes = opening
    bytes.reserveCapacity(payload.count + name.utf8.count + 40)
    bytes.append(jsonString: Bytes(name.utf8))
    bytes.append(UInt8(ascii: ","))
    bytes.append(jsonString: payload)
    bytes.append(")\n")
    return bytes
  }

  /// What a file holds; `nil` for one that is no file of an index.
  public static func payload(_ bytes: Bytes) -> Bytes? {
    guard bytes.starts(with: opening), bytes.count > opening.count + 4,
      bytes.suffix(3).elementsEqual(Bytes("\")\n".utf8)),
      let comma = bytes.firstOffset(of: Bytes("\",\"".utf8), from: opening.count)
    else { return nil }
    return unescaped(bytes[(comma + 3)..<(bytes.count - 3)])
  }

  private static func unescaped(_ text: ArraySlice<UInt8>) -> Bytes? {
    var out: Bytes = []
    out.reserveCapacity(text.count)
    var at = text.startIndex
    while at < text.endIndex {
      if text[at] != UInt8(ascii: "\\") {
        out.append(text[at])
        at += 1
        continue
      }
      guard at + 1 < text.endIndex else { return nil }
      switch text[at + 1] {
      case UInt8(ascii: "n"): out.append(0x0A)
      case UInt8(ascii: "t"): out.append(0x09)
      case UInt8(ascii: "r"): out.append(0x0D)
      case UInt8(ascii: "u"):
        guard at + 6 <= text.endIndex, let unit = UInt32(Bytes(text[(at + 2)..<(at + 6)]).string, radix: 16),
          let scalar = Unicode.Scalar(unit)
        else { return nil }
        out += String(scalar).utf8
        at += 4
      default: out.append(text[at + 1])
      }
      at += 2
    }
    return out
  }
}
