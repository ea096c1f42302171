import CMicroHTTPD
import Coding
import Glibc

/// What libmicrohttpd calls for each request; the result says whether the connection goes on.
///
/// Here and below, what libmicrohttpd points to lives until the call returns, and `closure` is what was given to it: the
/// server, which stops it before it goes, or a stream that was retained for it.
func handleRequest(
  _ closure: UnsafeMutableRawPointer?, _ connection: OpaquePointer?, _ url: UnsafePointer<CChar>?,
  _ method: UnsafePointer<CChar>?, _ version: UnsafePointer<CChar>?, _ upload: UnsafePointer<CChar>?,
  _ uploadSize: UnsafeMutablePointer<Int>?, _ request: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) -> MHD_Result {
  guard let closure = unsafe closure, let connection = unsafe connection, let url = unsafe url,
    let method = unsafe method, let request = unsafe request, let version = unsafe version
  else { return .NO }
  let server = unsafe Unmanaged<WebServer>.fromOpaque(closure).takeUnretainedValue()
  // The first call comes with the headers; what is answered then closes the connection.
  if let uploadSize = unsafe uploadSize, unsafe uploadSize.pointee > 0 { return .NO }
  let isAction = unsafe strcmp(method, "POST") == 0 && String(cString: url).hasPrefix("/.preview/")
  let isKnown = unsafe strcmp(method, "GET") == 0 || strcmp(method, "HEAD") == 0 || isAction
  let exchange = unsafe WebExchange(server: server, connection: connection, method, version)
  if isKnown, unsafe request.pointee == nil {
    // Nobody has anything to upload; while it comes, nothing can be answered any more.
    if exchange.head.announcesBody || exchange.head.refusal != nil {
      return unsafe exchange.run(String(cString: url), String(cString: method), request)
    }
    unsafe request.pointee = WebServer.seen
    return .YES
  }
  unsafe request.pointee = nil
  _ = server.slow.withLock { unsafe $0.removeValue(forKey: server.library.socket(of: connection)) }
  return unsafe exchange.run(String(cString: url), String(cString: method), request)
}

/// What libmicrohttpd calls when a request is over, however it ended.
func requestEnded(
  _ closure: UnsafeMutableRawPointer?, _ connection: OpaquePointer?,
  _ request: UnsafeMutablePointer<UnsafeMutableRawPointer?>?, _ how: MHD_RequestTerminationCode
) {
  guard let closure = unsafe closure, let connection = unsafe connection else { return }
  let server = unsafe Unmanaged<WebServer>.fromOpaque(closure).takeUnretainedValue()
  if let stream = unsafe request?.pointee, unsafe stream != WebServer.seen {
    unsafe server.remove(Unmanaged<EventStream>.fromOpaque(stream).takeUnretainedValue())
    unsafe request?.pointee = nil
  }
  server.slow.withLock { unsafe $0[server.library.socket(of: connection)] = .now }
}

/// What libmicrohttpd calls when a connection comes or goes.
func connectionChanged(
  _ closure: UnsafeMutableRawPointer?, _ connection: OpaquePointer?,
  _ context: UnsafeMutablePointer<UnsafeMutableRawPointer?>?, _ what: MHD_ConnectionNotificationCode
) {
  guard let closure = unsafe closure, let connection = unsafe connection else { return }
  let server = unsafe Unmanaged<WebServer>.fromOpaque(closure).takeUnretainedValue()
  let socket = unsafe server.library.socket(of: connection)
  server.slow.withLock { $0[socket] = what == .CONNECTION_NOTIFY_STARTED ? .now : nil }
}

/// One request with its response. Safe, because it ends before the call in which libmicrohttpd lends the connection.
@safe private struct WebExchange {
  let server: WebServer
  let connection: OpaquePointer
  let head: RequestHead
  private var library: MicroHTTPD { server.library }

  init(
    server: WebServer, connection: OpaquePointer, _ method: UnsafePointer<CChar>, _ version: UnsafePointer<CChar>
  ) {
    self.server = server
    unsafe self.connection = connection
    let library = server.library
    head = unsafe RequestHead(
      isWhole: library.isWhole(connection, method: method, version: version), version: String(cString: version),
      hosts: library.values(of: "Host", connection), lengths: library.values(of: "Content-Length", connection),
      encodings: library.values(of: "Transfer-Encoding", connection))
  }

  func run(
    _ url: String, _ method: String, _ context: UnsafeMutablePointer<UnsafeMutableRawPointer?>
  ) -> MHD_Result {
    if let refusal = head.refusal {
      return unsafe send(.words(refusal.words, status: refusal.status), nil, context)
    }
    let isAction = method == "POST" && url.hasPrefix("/.preview/")
    guard method == "GET" || method == "HEAD" || isAction else {
      return unsafe send(WebResponse(405, [("Allow", "GET, HEAD")], body: .bytes([])), nil, context)
    }
    let (authority, address) = WebRequest.parts(of: url)
    guard let path = WebRequest.decoded(path: address) else {
      return unsafe send(.words("This address can't be one of the site.", status: 400), nil, context)
    }
    var query: [String: String] = [:]
    // Those that the preview's own addresses have.
    for name in ["page", "mend", "token"] {
      query[name] = unsafe library.value(name, .GET_ARGUMENT_KIND, connection).flatMap { PercentEncoding.decoded($0) }
    }
    func header(_ name: String) -> String? { unsafe library.value(name, .HEADER_KIND, connection) }
    // Lines of one name are one list.
    func list(_ name: String) -> String? {
      let lines = unsafe library.values(of: name, connection)
      return lines.isEmpty ? nil : lines.joined(separator: ", ")
    }
    let request = WebRequest(
      isAction: isAction, path: path, query: query, host: authority ?? header("Host"), origin: header("Origin"),
      fetchSite: header("Sec-Fetch-Site"), ifMatch: list("If-Match"), ifNoneMatch: list("If-None-Match"),
      // Of a page that changed meanwhile, and for those who ask for no bytes, there is no part.
      range: method == "GET" ? header("Range") : nil, ifRange: header("If-Range"))
    guard request.hasLoopbackHost else {
      return unsafe send(.words("The preview answers to localhost only.", status: 403), request, context)
    }
    guard request.isFromHere || !path.hasPrefix("/.preview/") else {
      return unsafe send(.words("The preview answers to its own pages only.", status: 403), request, context)
    }
    guard !isAction || request.isAskedHere else {
      return unsafe send(.words("The preview does this for its own pages only.", status: 403), request, context)
    }
    guard !head.announcesBody else {
      return unsafe send(.words("A request has nothing behind its headers.", status: 413), request, context)
    }
    return unsafe send(server.answer(request), request, context)
  }

  private func send(
    _ response: WebResponse, _ request: WebRequest?, _ context: UnsafeMutablePointer<UnsafeMutableRawPointer?>
  ) -> MHD_Result {
    var response = response
    if let tag = response.tag {
      response.headers.append(("ETag", "\"\(tag)\""))
      if let known = request?.ifMatch, response.status == 200, known != "*", !matches(known, tag, isStrict: true) {
        response.status = 412
        response.body = .bytes([])
      } else if let known = request?.ifNoneMatch, response.status == 200, matches(known, tag) {
        // Its length is that of what is not sent.
        response.status = 304
      }
    }
    response.headers += [
      ("Cache-Control", "no-cache"), ("X-Content-Type-Options", "nosniff"), ("X-Frame-Options", "DENY"),
      ("Cross-Origin-Resource-Policy", "same-origin"), ("Referrer-Policy", "no-referrer"),
    ]
    guard let made = unsafe made(&response, request, context) else { return .NO }
    defer { unsafe library.table.destroy(made) }
    for (name, value) in response.headers { _ = unsafe library.table.add_header(made, name, value) }
    return unsafe library.table.queue(connection, UInt32(response.status), made)
  }

  /// Whether a browser names a version; strictly, where only the very same bytes will do.
  private func matches(_ known: String, _ tag: String, isStrict: Bool = false) -> Bool {
    known.split(separator: ",").contains { part in
      let text = part.drop { $0 == " " }
      if isStrict { return text == "\"\(tag)\"" }
      return text == "*" || (text.hasPrefix("W/") ? text.dropFirst(2) : text) == "\"\(tag)\""
    }
  }

  private func made(
    _ response: inout WebResponse, _ request: WebRequest?, _ context: UnsafeMutablePointer<UnsafeMutableRawPointer?>
  ) -> OpaquePointer? {
    switch response.body {
    case .bytes(let bytes):
      return unsafe bytes.withUnsafeBytes { memory in
        unsafe library.table.bytes(
          memory.count, UnsafeMutableRawPointer(mutating: memory.baseAddress), .RESPMEM_MUST_COPY)
      }
    case .file(let path, let size): return unsafe file(path, size, &response, request)
    case .events(let stream):
      response.headers.append(("Content-Type", "text/event-stream"))
      server.add(stream)
      unsafe context.pointee = Unmanaged.passUnretained(stream).toOpaque()
      let feed = unsafe EventFeed(stream: stream, connection: connection, library: library)
      return unsafe library.table.stream(
        UInt64.max, 1 << 15, readEvents, Unmanaged.passRetained(feed).toOpaque(), forgetEvents)
    }
  }

  private func file(
    _ path: String, _ size: Int, _ response: inout WebResponse, _ request: WebRequest?
  ) -> OpaquePointer? {
    var part = 0..<size
    response.headers.append(("Accept-Ranges", "bytes"))
    if response.status == 200 {
      switch ByteRange(request?.range(of: response.tag), size: size) {
      case .whole: break
      case .part(let range):
        part = range
        response.status = 206
        response.headers.append(("Content-Range", "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(size)"))
      case .impossible:
        part = 0..<0
        response.status = 416
        response.headers.append(("Content-Range", "bytes */\(size)"))
      }
    }
    // The path has no link in it: one that took the file's place meanwhile is not followed, and a pipe not waited for.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    // The response closes the file.
    return library.table.file(UInt64(part.count), descriptor, UInt64(part.lowerBound))
  }
}

/// A stream with its connection. A class, because libmicrohttpd holds it while the connection lasts.
///
/// Unchecked, because the connection is only handed back to libmicrohttpd, which allows it from any thread.
@safe private final class EventFeed: @unchecked Sendable {
  let stream: EventStream
  let connection: OpaquePointer
  let library: MicroHTTPD

  init(stream: EventStream, connection: OpaquePointer, library: MicroHTTPD) {
    self.stream = stream
    unsafe self.connection = connection
    self.library = library
  }
}

private func readEvents(
  _ closure: UnsafeMutableRawPointer?, _ position: UInt64, _ buffer: UnsafeMutablePointer<CChar>?, _ size: Int
) -> Int {
  guard let closure = unsafe closure, let buffer = unsafe buffer else { return -1 }
  let feed = unsafe Unmanaged<EventFeed>.fromOpaque(closure).takeUnretainedValue()
  let next = unsafe feed.stream.next(into: UnsafeMutableRawBufferPointer(start: buffer, count: size)) {
    unsafe feed.library.table.suspend(feed.connection)
  } wake: {
    unsafe feed.library.table.resume(feed.connection)
  }
  switch next {
  case .sent(let count): return count
  case .sleep: return 0
  case .end: return -1
  }
}

private func forgetEvents(_ closure: UnsafeMutableRawPointer?) {
  if let closure = unsafe closure { unsafe Unmanaged<EventFeed>.fromOpaque(closure).release() }
}
