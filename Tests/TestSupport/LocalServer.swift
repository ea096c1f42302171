import Foundation
import Synchronization

/// A web server on this machine that answers as a test wants it, and writes down what it was asked. A class, because the
/// thread that answers shares it with the test.
public final class LocalServer: Sendable {
  /// A request: its method and its path.
  public struct Request: Sendable, Equatable, CustomStringConvertible {
    /// `HEAD`, `GET`.
    public let method: String
    /// With a slash at its beginning.
    public let path: String
    /// Both.
    public var description: String { method + " " + path }
  }

  /// An answer: a status, and lines of its head.
  public struct Answer: Sendable {
    let status: Int
    let head: [String]

    /// An answer with nothing in it.
    public init(_ status: Int, _ head: String...) {
      self.status = status
      self.head = head
    }
  }

  /// Where it listens.
  public let port: Int
  private let socket: Int32
  private let seen = Mutex<[Request]>([])

  struct Refused: Error {}

  /// A server that gives each request what `answer` makes of it, counted from 0 for each path.
  public init(_ answer: @escaping @Sendable (Request, _ count: Int) -> Answer) throws {
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let (descriptor, length) = (socket, size)
    // The kernel reads and writes no more than the size that it is told.
    let isBound = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe bind(descriptor, $0, length) == 0 && getsockname(descriptor, $0, &size) == 0
      }
    }
    guard isBound, listen(socket, 16) == 0 else { throw Refused() }
    port = Int(UInt16(bigEndian: address.sin_port))
    let thread = Thread { [weak self] in
      while let connection = Self.next(descriptor) { self?.serve(connection, answer) }
    }
    thread.start()
  }

  deinit { _ = shutdown(socket, Int32(SHUT_RDWR)) }

  /// What was asked, in its order.
  public var requests: [Request] { seen.withLock { $0 } }

  private static func next(_ socket: Int32) -> Int32? {
    let connection = accept(socket, nil, nil)
    if connection >= 0 { return connection }
    close(socket)
    return nil
  }

  private func serve(_ connection: Int32, _ answer: (Request, Int) -> Answer) {
    defer { close(connection) }
    var bytes = [UInt8](repeating: 0, count: 8_192)
    let count = unsafe bytes.withUnsafeMutableBytes { unsafe read(connection, $0.baseAddress, $0.count) }
    guard count > 0 else { return }
    let words = String(decoding: bytes[..<count], as: UTF8.self).split(separator: " ")
    guard words.count > 1 else { return }
    let request = Request(method: String(words[0]), path: String(words[1]))
    let before = seen.withLock { seen in
      seen.append(request)
      return seen.count { $0.path == request.path } - 1
    }
    let given = answer(request, before)
    let head = ["HTTP/1.1 \(given.status) X"] + given.head + ["Content-Length: 0", "Connection: close", "", ""]
    let text = Array(head.joined(separator: "\r\n").utf8)
    _ = unsafe text.withUnsafeBytes { unsafe write(connection, $0.baseAddress, $0.count) }
  }
}
