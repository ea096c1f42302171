import Diagnostics
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Publishing
@testable import System

@Suite("Links to other sites", .enabled(if: WebManners.canAsk, "skipped: no curl"))
struct ExternalCheckTests {
  /// `127.0.0.1` as a number: what a text names as its author's own machine is told to be that, and is not asked.
  private static let host = "2130706433"

  private func manners(rests: @escaping @Sendable (Int) -> Void = { _ in }) -> WebManners {
    var manners = WebManners(agent: "test", asksPrivate: true)
    manners.pause = 1
    manners.rest = rests
    return manners
  }

  private func site(_ server: LocalServer, _ paths: String...) throws -> TemporarySite {
    let site = try TemporarySite(theme: false)
    let links = paths.map { "[x](http://\(Self.host):\(server.port)\($0))" }.joined(separator: "\n")
    try site.addIssue(1, body: links)
    return site
  }

  private func check(_ site: TemporarySite, _ manners: WebManners, now: Int = 1_000_000) throws -> [String] {
    try ExternalCheck.findings(BuildOptions(site: site.path, now: now), manners).map { "\($0.kind.name) \($0.message)" }
  }

  @Test("what is gone, what moved, and what a server would not say are told apart")
  func verdicts() throws {
    let server = try LocalServer { request, _ in
      switch request.path {
      case "/gone": .init(404)
      case "/no-head": .init(request.method == "HEAD" ? 405 : 200)
      case "/lies-to-head": .init(request.method == "HEAD" ? 404 : 200)
      case "/shy": .init(403)
      case "/broken": .init(500)
      case "/old": .init(301, "Location: /new")
      case "/older": .init(308, "Location: /old")
      case "/today": .init(302, "Location: /old")
      case "/circle": .init(302, "Location: /circle")
      case "/file": .init(302, "Location: file:///etc/passwd")
      default: .init(200)
      }
    }
    let site = try site(
      server, "/gone", "/no-head", "/lies-to-head", "/shy", "/broken", "/old#part", "/older", "/today", "/circle",
      "/file", "/fine")
    let findings = try ExternalCheck.findings(BuildOptions(site: site.path), manners())
    let unasked = "unasked-link nobody could ask whether this link leads somewhere: "
    let moved = "moved-link what this link leads to has moved for good"
    #expect(
      findings.map { "\($0.kind.name) \($0.message)" } == [
        "dead-link this link leads nowhere: the server answers 404", unasked + "the server answers 403",
        unasked + "the server answers 500", moved, moved, unasked + "it leads on and on",
        unasked + "it leads on to file:///etc/passwd",
      ])
    // That is how curl reads the number.
    let new = "http://127.0.0.1:\(server.port)/new"
    let mends = findings.compactMap(\.mend)
    #expect(mends.map(\.summary) == ["write \(new)#part", "write \(new)"] && mends.allSatisfy { !$0.isSafe })
  }

  @Test("an address is asked for once, with a pause for its host, and what was answered is remembered")
  func remembering() throws {
    let server = try LocalServer { request, _ in .init(request.path == "/gone" ? 410 : 200) }
    let site = try site(server, "/one", "/one#part", "/two", "/gone")
    let rests = Mutex<[Int]>([])
    let pausing = manners { seconds in rests.withLock { $0.append(seconds) } }
    #expect(try check(site, pausing).count == 1)
    #expect(server.requests.map(\.description) == ["HEAD /gone", "GET /gone", "HEAD /one", "HEAD /two"])
    #expect(rests.withLock { $0 } == [1, 1, 1])
    // What is broken may have been mended; the rest is known.
    #expect(try check(site, manners()).count == 1)
    #expect(server.requests.dropFirst(4).map(\.description) == ["HEAD /gone", "GET /gone"])
    _ = try check(site, manners(), now: 1_000_000 + 31 * 86_400)
    #expect(server.requests.count == 10)
  }

  @Test("a server that wants to be left alone is")
  func patience() throws {
    let server = try LocalServer { request, count in
      switch request.path {
      case "/soon": count == 0 ? .init(503, "Retry-After: 7") : .init(200)
      case "/zzz-later": .init(429, "Retry-After: 86400")
      default: .init(200)
      }
    }
    let site = try site(server, "/soon", "/zzz-later", "/zzzz")
    let rests = Mutex<[Int]>([])
    let found = try check(site, manners { seconds in rests.withLock { $0.append(seconds) } })
    #expect(rests.withLock { $0 }.contains(7))
    #expect(found.count == 2 && found.allSatisfy { $0.hasPrefix("unasked-link") })
    #expect(server.requests.map(\.description) == ["HEAD /soon", "GET /soon", "HEAD /zzz-later"])
  }

  @Test("a server that is silent is not asked for everything, and is not said to be gone")
  func silence() throws {
    var port = 0
    // A port on which nobody listens any more.
    do { port = try LocalServer { _, _ in .init(200) }.port }
    let site = try TemporarySite(theme: false)
    let links = (1...9).map { "[x](http://\(Self.host):\(port)/\($0))" }.joined(separator: "\n")
    try site.addIssue(1, body: links)
    let found = try check(site, manners())
    #expect(found.count == 9 && found.allSatisfy { $0.hasSuffix("the server could not be reached") })
  }

  @Test("no text makes the program ask around in its own network, not even by leading on to it")
  func ownNetwork() throws {
    let inner = try LocalServer { _, _ in .init(200) }
    let site = try site(inner, "/secret")
    var manners = manners()
    manners.asksPrivate = false
    #expect(try check(site, manners) == ["unasked-link \(Self.host) is no machine of the Internet, and was not asked"])
    #expect(inner.requests.isEmpty)
    // Allowed once, it is asked: what was avoided is not remembered.
    #expect(try check(site, self.manners()).isEmpty)
    #expect(inner.requests.count == 1)
  }

  @Test(
    "addresses of one's own networks are known in every form",
    arguments: [
      ("127.0.0.1", false), ("10.1.2.3", false), ("172.20.0.1", false), ("192.168.1.1", false), ("169.254.1.1", false),
      ("100.64.0.1", false), ("0.0.0.0", false), ("::1", false), ("fe80::1", false), ("fd00::1", false),
      ("::ffff:10.0.0.1", false), ("64:ff9b::a00:1", false), ("2002:0a00:0001::1", false), ("0x7f.1", false),
      ("8.8.8.8", true), ("172.32.0.1", true), ("2606:4700::1111", true),
    ])
  func numbers(host: String, isPublic: Bool) throws {
    #expect(try HostAddress.all(of: host).map(\.isPublic) == [isPublic], "\(host)")
  }

  @Test(
    "whether a proxy asks is decided for each address, as curl decides it",
    arguments: [
      ([:], "http://a.example/", false), (["http_proxy": "p"], "http://a.example/", true),
      (["http_proxy": "p"], "https://a.example/", false), (["https_proxy": "p"], "http://a.example/", false),
      (["HTTPS_PROXY": "p"], "https://a.example/", true), (["HTTP_PROXY": "p"], "http://a.example/", false),
      (["ALL_PROXY": "p"], "http://a.example/", true),
      (["all_proxy": "", "ALL_PROXY": ""], "http://a.example/", false),
      (["all_proxy": "p", "no_proxy": "*"], "http://a.example/", false),
      (["all_proxy": "p", "NO_PROXY": "x.example, .A.example"], "http://b.a.example/", false),
      (["all_proxy": "p", "no_proxy": "a.example"], "http://ba.example/", true),
    ] as [([String: String], String, Bool)])
  func proxies(variables: [String: String], address: String, asks: Bool) throws {
    #expect(WebProxies(variables).areAsked(for: try #require(WebTarget(address))) == asks)
  }

  @Test("a proxy for some addresses alone lets no text ask around in one's own network for the others")
  func proxyForSome() throws {
    let inner = try LocalServer { _, _ in .init(200) }
    let site = try site(inner, "/secret")
    for variables in [["https_proxy": "http://127.0.0.1:1"], ["http_proxy": "http://127.0.0.1:1", "no_proxy": "*"]] {
      let manners = WebManners(agent: "test", proxies: WebProxies(variables))
      #expect(
        try check(site, manners) == ["unasked-link \(Self.host) is no machine of the Internet, and was not asked"])
    }
    #expect(inner.requests.isEmpty)
  }

  @Test("kinds that a site switches off, and places where an author silences them, are not said")
  func silenced() throws {
    let server = try LocalServer { _, _ in .init(404) }
    let site = try site(server, "/gone")
    try site.addIssue(2, body: "<!-- check: off dead-link -->\n[x](http://\(Self.host):\(server.port)/2)")
    #expect(try check(site, manners()).count == 1)
    try site.write("Content/site.yaml", try site.read("Content/site.yaml") + "checks:\n  dead-link: off\n")
    #expect(try check(site, manners()).isEmpty)
  }
}
