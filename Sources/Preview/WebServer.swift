import CMicroHTTPD
import Glibc
import Synchronization

/// A server on the two loopback addresses. A class, because libmicrohttpd's threads refer to it until it stops.
///
/// Unchecked, because the daemons are started before anybody else sees it, and what changes lies behind a lock. Safe,
/// because nothing speaks to a daemon after `stop`.
@safe public final class WebServer: @unchecked Sendable {
  /// The port that it listens on.
  public private(set) var port = 0
  let library: MicroHTTPD
  let answer: @Sendable (WebRequest) -> WebResponse
  /// Connections whose request is not read yet, by their sockets, with the time when that began.
  let slow = Mutex<[Int32: ContinuousClock.Instant]>([:])
  private let streams = Mutex<[ObjectIdentifier: EventStream]>([:])
  private var daemons = unsafe [OpaquePointer]()
  private var connections = 0

  /// Marks a request whose headers were seen.
  static var seen: UnsafeMutableRawPointer? { unsafe UnsafeMutableRawPointer(bitPattern: 1) }

  /// How many browsers may be connected, each idle for how long, with how large a request.
  static let limits = (connections: 4_000, idleSeconds: 10, requestBytes: 32 << 10, requestSeconds: 15)

  /// How many requests are answered at once, so that one slow page keeps no other waiting.
  private static let threads = 8

  /// A server that answers with a function, which is called from its threads.
  public init(_ answer: @escaping @Sendable (WebRequest) -> WebResponse) throws(PreviewError) {
    library = try MicroHTTPD()
    self.answer = answer
  }

  /// Listens on a port, or on the first free one from 4000 on.
  public func start(port wanted: Int?) throws(PreviewError) {
    // Half of the open files for each address, and some for the site's own.
    connections = max(16, min(WebServer.limits.connections, (OpenFiles.raised() - 128) / 2))
    for port in wanted.map({ [$0] }) ?? Array(4000..<4100) {
      guard let first = unsafe listen(LoopbackAddress(port: port, isIPv6: false)) else {
        if wanted != nil {
          throw unsafe PreviewError("port \(port) can't be used: \(String(cString: strerror(errno)))")
        }
        continue
      }
      unsafe daemons = [first]
      // A machine may have no IPv6; one that has it must not give the other half of the port to somebody else.
      if let second = unsafe listen(LoopbackAddress(port: port, isIPv6: true)) {
        unsafe daemons.append(second)
      } else if errno == EADDRINUSE {
        unsafe library.stop(first)
        unsafe daemons = []
        if wanted != nil {
          throw unsafe PreviewError("port \(port) can't be used: \(String(cString: strerror(EADDRINUSE)))")
        }
        continue
      }
      self.port = port
      return
    }
    throw PreviewError("no port from 4000 to 4099 is free; name one with --port")
  }

  private func listen(_ address: LoopbackAddress) -> OpaquePointer? {
    unsafe address.withSocketAddress { socketAddress in
      var options = unsafe microhttpd_options()
      unsafe options.address = socketAddress
      unsafe options.is_ipv6 = address.isIPv6 ? 1 : 0
      unsafe options.connections = UInt32(connections)
      unsafe options.idle_seconds = UInt32(WebServer.limits.idleSeconds)
      unsafe options.request_memory = WebServer.limits.requestBytes
      // Templates may nest, here as in a build.
      unsafe options.stack = 64 << 20
      unsafe options.threads = UInt32(WebServer.threads)
      unsafe options.handle = handleRequest
      unsafe options.completed = requestEnded
      unsafe options.connected = connectionChanged
      unsafe options.closure = Unmanaged.passUnretained(self).toOpaque()
      errno = 0
      return unsafe library.start(&options)
    }
  }

  /// Ends all connections, then itself.
  public func stop() {
    for stream in streams.withLock({ Array($0.values) }) { stream.end() }
    while let daemon = unsafe daemons.popLast() { unsafe library.stop(daemon) }
  }

  /// Cuts connections that take too long with their request; to be called every second or so.
  public func sweep() {
    let limit = ContinuousClock.now - .seconds(WebServer.limits.requestSeconds)
    slow.withLock { slow in
      for (socket, since) in slow where since < limit {
        shutdown(socket, Int32(SHUT_RDWR))
        slow[socket] = nil
      }
    }
  }

  func add(_ stream: EventStream) { streams.withLock { $0[ObjectIdentifier(stream)] = stream } }

  func remove(_ stream: EventStream) {
    stream.end()
    streams.withLock { $0[ObjectIdentifier(stream)] = nil }
  }
}

/// How many files and connections the process may have open.
private enum OpenFiles {
  /// Raises the number as far as that is allowed and of use; most shells begin with a thousand, which is what idle
  /// connections alone may take.
  static func raised() -> Int {
    var limit = rlimit()
    guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 1_024 }
    limit.rlim_cur = max(limit.rlim_cur, min(limit.rlim_max, 8_192))
    unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    return Int(min(limit.rlim_cur, 1 << 20))
  }
}

/// An address that only this machine reaches.
private struct LoopbackAddress {
  let port: Int
  let isIPv6: Bool

  func withSocketAddress<Result>(_ body: (UnsafePointer<sockaddr>) -> Result) -> Result {
    if isIPv6 {
      var address = sockaddr_in6()
      address.sin6_family = sa_family_t(AF_INET6)
      address.sin6_port = in_port_t(port).bigEndian
      address.sin6_addr = in6addr_loopback
      return unsafe withUnsafePointer(to: &address) { pointer in
        unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1, body)
      }
    }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    return unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1, body)
    }
  }
}
