import Foundation
import TestSupport
import Testing

/// The preview as browsers, and those who mean no good, see it.
@Suite("The preview")
struct PreviewTests {
  @Test("every page and file is what a build publishes, but for the script and the places of blocks")
  func sameBytes() throws {
    let preview = try PreviewProcess()
    let output = Project.newFolder()
    defer { try? FileManager.default.removeItem(atPath: output) }
    #expect(try Project.run("build", "--drafts", "--site", preview.site, "--output", output).status == 0)
    let files = try Project.files(in: output).filter { !$0.key.hasPrefix(".") }
    #expect(files.count > 100)
    for (file, published) in files.sorted(by: { $0.key < $1.key }) {
      let address = file.hasSuffix("index.html") ? String(file.dropLast("index.html".count)) : file
      let answer = try preview.get("/" + address)
      #expect(answer.status == 200, "/\(address) has status \(answer.status)")
      if file.hasSuffix(".html") {
        #expect(answer.text.contains("<script src=\"/.preview/script.js\""), "/\(address) has no script")
        #expect(plain(answer.text) == String(decoding: published, as: UTF8.self), "/\(address) is not as published")
      } else {
        #expect(answer.body == published, "/\(address) is not as published")
      }
    }
    #expect(!FileManager.default.fileExists(atPath: preview.site + "/Public"))
    #expect(try preview.get("/2023/2/").text.contains("data-sourcepos=\""))
    #expect(preview.interrupt() == 0)
  }

  /// A page without what only previews have.
  private func plain(_ page: String) -> String {
    page.replacing(/<script src="\/\.preview\/script\.js"[^>]*><\/script>\n/, with: "")
      .replacing(/\ data-sourcepos="[0-9:-]*"/, with: "")
  }

  @Test("a browser gets types, tags, parts of files, redirects and the site's own 404")
  func http() throws {
    let preview = try PreviewProcess()
    let page = try preview.get("/2023/2/")
    #expect(page.headers["content-type"] == "text/html; charset=utf-8")
    let tag = try #require(page.headers["etag"])
    let again = try preview.get("/2023/2/", "If-None-Match: \(tag)")
    #expect(again.status == 304 && again.body.isEmpty)
    #expect(again.headers["content-length"] == page.headers["content-length"])
    #expect(try preview.get("/2023/2/", "If-None-Match: \"other\"", "if-none-match: \(tag)").status == 304)
    #expect(try preview.get("/2023/2/", "If-None-Match: \"other\"").status == 200)
    let head = try preview.send("HEAD /2023/2/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
    #expect(head.status == 200 && head.body.isEmpty && head.headers["content-length"] == page.headers["content-length"])
    let moved = try preview.get("/2023/2")
    #expect(moved.status == 301 && moved.headers["location"]?.hasSuffix("/2023/2/") == true)
    let missing = try preview.get("/no/such/page/")
    #expect(missing.status == 404 && missing.text.contains("<main"))
    #expect(try preview.get("/feed.xml").headers["content-type"] == "application/xml; charset=utf-8")
    let style = try preview.get("/assets/style.css?v=1")
    #expect(style.status == 200 && style.headers["content-type"] == "text/css; charset=utf-8")
    let part = try preview.get("/assets/style.css", "Range: bytes=10-19")
    #expect(part.status == 206 && part.body == style.body.dropFirst(10).prefix(10))
    #expect(part.headers["content-range"] == "bytes 10-19/\(style.body.count)")
    #expect(try preview.get("/assets/style.css", "Range: bytes=99999999-").status == 416)
    let version = try #require(style.headers["etag"])
    let same = try preview.get("/assets/style.css", "Range: bytes=10-19", "If-Range: \(version)")
    let other = try preview.get("/assets/style.css", "Range: bytes=10-19", "If-Range: \"other\"")
    #expect(same.status == 206 && other.status == 200 && other.body == style.body)
    let size = try preview.send(
      "HEAD /assets/style.css HTTP/1.1\r\nHost: localhost\r\nRange: bytes=1-2\r\nConnection: close\r\n\r\n")
    #expect(size.status == 200 && size.headers["content-length"] == "\(style.body.count)")
    let changed = try preview.get("/assets/style.css", "If-Match: \"other\"")
    #expect(try changed.status == 412 && preview.get("/assets/style.css", "If-Match: \(version)").status == 200)
    #expect(try preview.get("/", "Host: localhost").status == 400)
    let proxied = try preview.send(
      "GET http://localhost/robots.txt HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
    #expect(try proxied.status == 200 && proxied.body == preview.get("/robots.txt").body)
  }

  /// Requests as those send them who mean no good, and the statuses that are right; 0 is a connection that is cut. Versions
  /// of libmicrohttpd differ in what they refuse themselves.
  private static let attacks: [(request: String, statuses: [Int])] = [
    ("GET / HTTP/1.1\r\nHost: evil.example\r\n", [403]),
    ("GET / HTTP/1.1\r\nHost: localhost.evil.example:4000\r\n", [403]),
    ("GET / HTTP/1.0\r\n", [403]), ("GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n", [400, 403]),
    ("GET /../../../etc/passwd HTTP/1.1\r\nHost: localhost\r\n", [400]),
    ("GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: localhost\r\n", [400]),
    ("GET /assets/..%2f..%2fsite.yaml HTTP/1.1\r\nHost: localhost\r\n", [400]),
    ("GET //etc/passwd HTTP/1.1\r\nHost: localhost\r\n", [400]),
    ("GET /2023/2/%00 HTTP/1.1\r\nHost: localhost\r\n", [400]),
    ("GET /..%5c..%5cx HTTP/1.1\r\nHost: localhost\r\n", [400]),
    ("GET /Content/site.yaml HTTP/1.1\r\nHost: localhost\r\n", [404]),
    ("GET /.bulletin/lock HTTP/1.1\r\nHost: localhost\r\n", [404]),
    ("GET /2023/2/secret.txt HTTP/1.1\r\nHost: localhost\r\n", [404]),
    ("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n", [405]),
    ("GET /2023/2/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n", [413]),
    ("GET /2023/2/ HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n", [413]),
    ("POST /.preview/mend HTTP/1.1\r\nHost: localhost\r\nOrigin: http://evil.example\r\nContent-Length: 3\r\n", [403]),
    ("GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n", [403]),
    ("DELETE /2023/2/ HTTP/1.1\r\nHost: localhost\r\n", [405]),
    ("GET /.preview/events?page=/ HTTP/1.1\r\nHost: localhost\r\nOrigin: http://evil.example\r\n", [403]),
    ("GET /.preview/panel?page=/ HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: cross-site\r\n", [403]),
    (
      "GET / HTTP/1.1\r\nHost: localhost\r\nX: \(String(repeating: "x", count: 200_000))\r\n",
      [0, 400, 413, 414, 431]
    ),
    ("GET /\(String(repeating: "x", count: 200_000)) HTTP/1.1\r\nHost: localhost\r\n", [0, 400, 413, 414, 431]),
    ("GET / HTTP/1.1\r\n", [400]), ("GET / HTTP/1.1\r\nHost : localhost\r\n", [400]),
    ("GET / HTTP/1.1\r\nHost: localhost\r\nhOsT: localhost\r\n", [400]),
    ("GET / HTTP/1.1\r\nHost: localhost\r\nHost : evil.example\r\n", [400]),
    ("GET / HTTP/1.1\r\nHost: localhost\0.evil.example\r\n", [400]),
    ("GET / HTTP/1.1\r\nHost: localhost\r\nX: a\0b\r\n", [400]),
    ("GET / HTTP/1.1\r\nX: a\0b\r\nHost: localhost\r\nY: c\r\n", [400]),
    ("GET / HTTP/1.1\r\nHost: localhost\r\nX\0: b\r\n", [400]),
    ("GET /\0.html HTTP/1.1\r\nHost: localhost\r\n", [0, 400]),
    ("GET /?a=b\0c HTTP/1.1\r\nHost: localhost\r\n", [0, 400]),
    ("GET\0 / HTTP/1.1\r\nHost: localhost\r\n", [0, 400]),
    ("GET / HTTP/1.1\r\nHost: localhost\r\nX : b\r\n", [400]),
    ("GET / HTTP/1.1\r\nHost: localhost\r\nX(: b\r\n", [400]),
    ("GET / HTTP/1.1\r\nHost: localhost\r\n: b\r\n", [400]),
    ("GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nContent-Length: 1\r\n", [400]),
    ("GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: +0\r\n", [400]),
    ("GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: xchunked\r\n", [400, 501]),
    ("GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n", [400]),
    ("nonsense\r\n", [0, 400]), ("GET / HTTP/9.9\r\nHost: localhost\r\n", [0, 400, 200, 505]),
  ]

  @Test("what an attacker sends is refused, and the next request is answered")
  func attacks() throws {
    // With a link beside an issue that leads out of the site.
    let preview = try PreviewProcess { site in
      try FileManager.default.createSymbolicLink(
        atPath: site + "/Content/bulletins/2023/secret.txt", withDestinationPath: "/etc/passwd")
      let path = site + "/Content/bulletins/2023/002.md"
      let text = try String(contentsOfFile: path, encoding: .utf8)
      try Data((text + "\nSee [this](secret.txt).\n").utf8).write(to: URL(filePath: path))
    }
    for (request, statuses) in Self.attacks {
      let answer = try preview.send(request + "Connection: close\r\n\r\n")
      #expect(statuses.contains(answer.status), "\(request.prefix(80)) has status \(answer.status)")
      #expect(!answer.text.contains("root:") && !answer.text.contains("base_url"), "\(request.prefix(80))")
      #expect(answer.headers["access-control-allow-origin"] == nil)
      #expect(try preview.get("/").status == 200, "after \(request.prefix(80))")
    }
  }

  @Test("what programs send who mean well is read, however they put blanks and signs")
  func ordinaryRequests() throws {
    let preview = try PreviewProcess()
    for request in [
      "GET /robots.txt?a=1&b&&c=&=d& HTTP/1.1\r\nHost: localhost\r\n",
      "GET /robots.txt? HTTP/1.1\r\nHost: localhost\r\n",
      "GET /robots.txt HTTP/1.1\r\nHost:localhost\r\nX:   a b\t \r\nEmpty:\r\n",
      "GET /robots.txt HTTP/1.1\nHost: localhost\nX: a\n", "GET /robots.txt HTTP/1.0\r\nHost: localhost\r\n",
      "GET /robots.txt HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\ncontent-length: 0\r\n",
      "GET /robots.txt?q=\(String(repeating: "x&", count: 400)) HTTP/1.1\r\nHost: localhost\r\n",
    ] {
      #expect(try preview.send(request + "Connection: close\r\n\r\n").status == 200, "\(request.prefix(80))")
    }
  }

  @Test("a thousand idle connections do no harm")
  func idleConnections() throws {
    // As most shells begin; the program takes more where it may.
    var limit = rlimit()
    unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    limit.rlim_cur = min(limit.rlim_max, 4_096)
    unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    let preview = try PreviewProcess()
    let sockets = try (0..<1_000).map { _ in try preview.connect() }
    defer { for socket in sockets { close(socket) } }
    let start = ContinuousClock.now
    #expect(try preview.get("/2023/2/").status == 200)
    #expect(ContinuousClock.now - start < .seconds(5))
  }

  @Test("a request that never ends is cut, however slowly it is sent")
  func slowRequest() throws {
    let preview = try PreviewProcess()
    let socket = try preview.connect()
    defer { close(socket) }
    for (round, byte) in "GET / HTTP/1.1\r\nHost: localhost".utf8.enumerated() {
      guard unsafe send(socket, [byte], 1, Int32(MSG_NOSIGNAL)) == 1 else { return }
      #expect(round < 28, "the connection lives on")
      usleep(900_000)
      var end: UInt8 = 0
      if unsafe recv(socket, &end, 1, Int32(MSG_DONTWAIT | MSG_PEEK)) == 0 { return }
    }
  }

  @Test("a mistake in one file leaves all pages as they were, and what is mended is there at once")
  func mistakes() throws {
    let preview = try PreviewProcess()
    let before = try preview.get("/2023/2/").text
    let path = preview.site + "/Content/bulletins/2023/002.md"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    func save(_ text: String) throws { try Data(text.utf8).write(to: URL(filePath: path)) }
    try save(text.replacing("June", with: "Jume"))
    try preview.wait(for: "/.preview/") { $0.text.contains("1 mistake") }
    #expect(try preview.get("/2023/2/").text == before)
    #expect(try preview.get("/2023/1/").status == 200)
    try save(text.replacing("## ", with: "## Mended: "))
    try preview.wait(for: "/2023/2/") { $0.text.contains("Mended: ") }
    try preview.wait(for: "/") { $0.text.contains("Mended: ") }
  }

  @Test("a file that never was right is in the list of issues, and gets its page when it is mended")
  func neverRight() throws {
    let good = try String(contentsOfFile: Project.folder + "/Content/bulletins/2023/002.md", encoding: .utf8)
    let preview = try PreviewProcess { site in
      try Data(good.replacing("June", with: "Jume").utf8).write(
        to: URL(filePath: site + "/Content/bulletins/2023/002.md"))
    }
    let list = try preview.get("/.preview/").text
    #expect(list.contains("<td>1 mistake</td><td>Content/bulletins/2023/002.md</td>"))
    #expect(try preview.get("/2023/2/").status == 404)
    try Data(good.utf8).write(to: URL(filePath: preview.site + "/Content/bulletins/2023/002.md"))
    try preview.wait(for: "/2023/2/") { $0.status == 200 }
  }

  @Test("what is wrong is shown as text, whatever it holds")
  func escaping() throws {
    let preview = try PreviewProcess { site in
      let path = site + "/Content/bulletins/2023/002.md"
      let text = try String(contentsOfFile: path, encoding: .utf8)
      try Data(text.replacing(/• June [0-9]+/, with: "• <img src=x onerror=alert(1)> 9").utf8).write(
        to: URL(filePath: path))
    }
    let socket = try preview.connect()
    defer { close(socket) }
    let request = "GET /.preview/events?page=/ HTTP/1.1\r\nHost: localhost\r\n\r\n"
    let bytes = Array(request.utf8)
    _ = unsafe send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    var told = ""
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while !told.contains("onerror") {
      let count = unsafe recv(socket, &buffer, buffer.count, 0)
      guard count > 0 else { break }
      told += String(decoding: buffer[..<count], as: UTF8.self)
    }
    #expect(told.contains("onerror") && !told.contains("<img") && !told.contains("\\u003cimg"), "\(told.suffix(600))")
  }

  @Test("a site whose settings are wrong is shown as soon as they are right")
  func settings() throws {
    let preview = try PreviewProcess { site in
      try Data("title: [\n".utf8).write(to: URL(filePath: site + "/Content/site.yaml"))
    }
    let broken = try preview.get("/")
    #expect(broken.status == 500 && broken.text.contains("/.preview/script.js"))
    let good = try Data(contentsOf: URL(filePath: Project.folder + "/Content/site.yaml"))
    try good.write(to: URL(filePath: preview.site + "/Content/site.yaml"))
    try preview.wait(for: "/2023/2/") { $0.status == 200 }
  }
}
