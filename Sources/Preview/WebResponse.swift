import Text

/// What a browser is answered.
public struct WebResponse: Sendable {
  /// What follows the headers.
  public enum Body: Sendable {
    /// Bytes at hand.
    case bytes(Bytes)
    /// A file, read while it is sent; how many bytes it has, and from which on it is sent.
    case file(String, size: Int)
    /// Events as they come.
    case events(EventStream)
  }

  /// The status code.
  public var status: Int
  /// The headers in order.
  public var headers: [(name: String, value: String)]
  /// What follows.
  public var body: Body
  /// The entity tag of the body, for browsers that have it already.
  public var tag: String?

  /// A response from its parts.
  public init(_ status: Int = 200, _ headers: [(name: String, value: String)] = [], body: Body, tag: String? = nil) {
    self.status = status
    self.headers = headers
    self.body = body
    self.tag = tag
  }

  /// Text of a type.
  public static func text(_ bytes: Bytes, type: String, status: Int = 200, tag: String? = nil) -> WebResponse {
    WebResponse(status, [("Content-Type", type)], body: .bytes(bytes), tag: tag)
  }

  /// A few words, for a person.
  public static func words(_ text: String, status: Int) -> WebResponse {
    .text(Bytes((text + "\n").utf8), type: "text/plain; charset=utf-8", status: status)
  }

  /// The way to another address.
  public static func redirect(to address: String) -> WebResponse {
    WebResponse(301, [("Location", address)], body: .bytes([]))
  }
}

/// A part of a file that a browser asks for.
enum ByteRange: Equatable {
  case whole
  case part(Range<Int>)
  case impossible

  /// Reads a `Range` header; one with several parts, or that makes no sense, means the whole.
  init(_ header: String?, size: Int) {
    guard let header, header.hasPrefix("bytes="), !header.contains(",") else {
      self = .whole
      return
    }
    let ends = header.dropFirst("bytes=".count).split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2, ends.allSatisfy({ $0.utf8.allSatisfy(\.isASCIIDigit) && $0.utf8.count < 19 }) else {
      self = .whole
      return
    }
    switch (Int(ends[0]), Int(ends[1])) {
    case (nil, let last?): self = last == 0 || size == 0 ? .impossible : .part(max(0, size - last)..<size)
    case (let first?, nil): self = first < size ? .part(first..<size) : .impossible
    case (let first?, let last?):
      if first > last {
        self = .whole
      } else if first >= size {
        self = .impossible
      } else {
        self = .part(first..<min(size, last + 1))
      }
    case (nil, nil): self = .whole
    }
  }
}
