import Text

/// The issues of an index in order: where each is found, and on which day it came out. An issue is meant by its place here.
public struct IndexedIssues: Sendable, Equatable {
  /// An issue.
  public struct Line: Sendable, Equatable {
    /// The address below the language's root, without a slash at its end: `2010/23`.
    public let address: String
    /// The day, in days since 1970.
    public let day: Int

    /// An issue from its parts.
    public init(address: String, day: Int) {
      self.address = address
      self.day = day
    }
  }

  /// The name of its part of the index.
  public static let part = "issues"

  /// The issues, behind the pages.
  public let lines: [Line]
  /// How many of the first are pages that belong to no year.
  public let undated: Int

  /// A list of pages and issues in order.
  public init(_ lines: [Line], undated: Int = 0) {
    self.lines = lines
    self.undated = undated
  }

  /// What the file holds: the addresses, of which nothing stands for the number after the one before, the days that
  /// passed from issue to issue, and how many have none.
  public var payload: Bytes {
    var (addresses, days): (Bytes, Bytes) = ([], [])
    var expected = ""
    var day = 0
    for (place, line) in lines.enumerated() {
      if place > 0 { addresses.append(0x20) }
      if line.address != expected { addresses += line.address.utf8 }
      expected = IndexedIssues.next(line.address)
      let passed = line.day - day
      days.append(digits: passed < 0 ? -2 * passed - 1 : 2 * passed)
      day = line.day
    }
    let list = addresses + [UInt8(ascii: ";")] + days
    return undated == 0 ? list : list + [UInt8(ascii: ";")] + Bytes(String(undated).utf8)
  }

  /// Reads what `payload` wrote; `nil` for other bytes.
  public init?(payload: Bytes) {
    let parts = payload.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3 else { return nil }
    var lines: [Line] = []
    var days = DigitReader(Bytes(parts[1]))
    var (expected, day) = ("", 0)
    if parts[0].isEmpty, parts[1].isEmpty {
      self.init([])
      return
    }
    for part in parts[0].split(separator: 0x20, omittingEmptySubsequences: false) {
      guard let passed = days.next() else { return nil }
      let address = part.isEmpty ? expected : Bytes(part).string
      day += passed & 1 == 1 ? -(passed + 1) / 2 : passed / 2
      lines.append(Line(address: address, day: day))
      expected = IndexedIssues.next(address)
    }
    guard let undated = parts.count == 2 ? 0 : Int(Bytes(parts[2]).string), undated >= 0, undated <= lines.count
    else { return nil }
    self.init(lines, undated: undated)
  }

  /// The address with a number at its end that is greater by one; nothing where none stands there.
  private static func next(_ address: String) -> String {
    let bytes = Bytes(address.utf8)
    let digits = bytes.reversed().prefix { $0.isASCIIDigit }.count
    guard digits > 0, digits < 9, let number = Int(bytes.suffix(digits).string) else { return "" }
    return bytes.dropLast(digits).string + String(number + 1)
  }
}

extension ArraySlice where Element == UInt8 {
  fileprivate var string: String { Bytes(self).string }
}
