import Coding
import Diagnostics
import Preview
import Publishing
import Synchronization
import Text

/// Answers browsers, and tells those that show a page when its bytes change. A class, because the server's threads and
/// the one that watches the files share it.
final class PreviewHub: Sendable {
  private let site: LiveSite
  private let pages: PreviewPages
  private let isFollowing: Bool
  private let state = Mutex(State())

  /// Who looks at pages, and how often something changed. Held for moments only: pages are made outside.
  private struct State {
    var viewers: [Viewer] = []
    var changes = 0
  }
  /// What pages of this preview know, and no other page does: without it, nothing is written.
  private let token: String

  /// A page on a screen.
  private struct Viewer {
    let stream: EventStream
    let page: String
    var tag: String
    var errors: Bytes
  }

  init(_ site: LiveSite, isFollowing: Bool) {
    self.site = site
    self.isFollowing = isFollowing
    token = (0..<2).map { _ in String(UInt64.random(in: .min ... .max), radix: 16) }.joined()
    pages = PreviewPages(site: site, token: token)
  }

  /// Answers a request.
  func answer(_ request: WebRequest) -> WebResponse {
    if request.isAction { return act(request) }
    switch request.path {
    case "/.preview/": return .text(pages.list(), type: "text/html; charset=utf-8")
    case "/.preview/changes": return .text(pages.changes(), type: "text/html; charset=utf-8")
    case "/.preview/events": return events(for: request.query["page"] ?? "/")
    case "/.preview/panel":
      let html = below(request.query["page"] ?? "/").map(pages.panel) ?? []
      return .text(html, type: "text/html; charset=utf-8")
    case "/.preview": return .redirect(to: "/.preview/")
    default:
      if let asset = PreviewAsset.served[request.path] { return .text(asset.bytes, type: asset.mediaType) }
      return page(request)
    }
  }

  /// Makes a mend that a panel offers: nothing else ever writes.
  private func act(_ request: WebRequest) -> WebResponse {
    guard request.path == "/.preview/mend" else { return .words("There is nothing to be done here.", status: 404) }
    guard request.query["token"] == token else {
      return .words("This page is of another preview; load it anew.", status: 403)
    }
    guard let name = request.query["mend"], let address = below(request.query["page"] ?? "/") else {
      return .words("What is to be mended?", status: 400)
    }
    do {
      return try site.mend(name, at: address)
        ? .words("It is mended.", status: 200)
        : .words("The text is not as it was; nothing was changed.", status: 409)
    } catch {
      return .words("\(error)", status: 409)
    }
  }

  private func page(_ request: WebRequest) -> WebResponse {
    let root = site.root
    if request.path == "/" || request.path + "/" == root, root != "/" { return .redirect(to: root) }
    guard site.isReadable else { return made(Shown.unreadableSite, request.path, status: 500) }
    guard let address = below(request.path) else { return missing(request.path) }
    switch site.find(address, hasPositions: true) {
    case .made(let bytes, let path, _):
      let type = MediaType.of(path)
      guard type.hasPrefix("text/html") else {
        return .text(bytes, type: type, tag: Fingerprint(of: bytes).description)
      }
      return made(Shown(bytes), request.path, status: 200)
    case .file(let file, let path):
      guard let (size, tag) = LiveSite.stamp(of: file) else { return missing(request.path) }
      return WebResponse(200, [("Content-Type", MediaType.of(path))], body: .file(file, size: size), tag: tag)
    case .folder: return .redirect(to: PercentEncoding.encoded(path: request.path) + "/")
    case .broken: return made(Shown.brokenPage, request.path, status: 500)
    case .nothing: return missing(request.path)
    }
  }

  private func missing(_ path: String) -> WebResponse {
    guard case .made(let bytes, _, _) = site.find("404.html", hasPositions: false) else {
      return .words("There is no such page.", status: 404)
    }
    return made(Shown(bytes), path, status: 404)
  }

  /// A page with the preview's script in it.
  private func made(_ shown: Shown, _ path: String, status: Int) -> WebResponse {
    let html = shown.html(at: path)
    return .text(html, type: "text/html; charset=utf-8", status: status, tag: Fingerprint(of: html).description)
  }

  /// The address below the site's root; `nil` outside of it.
  private func below(_ path: String) -> String? {
    let root = site.root
    return path.hasPrefix(root) ? String(path.dropFirst(root.count)) : nil
  }

  private func events(for page: String) -> WebResponse {
    let stream = EventStream()
    while true {
      let changes = state.withLock { $0.changes }
      let (shown, errors) = now(page)
      let isCurrent = state.withLock { state in
        // A change meanwhile would be told to everybody but this one.
        guard state.changes == changes else { return false }
        stream.send("hello", JSON.object([("tag", .string(shown.tag))]).bytes)
        stream.send("errors", JSON.object([("html", .string(errors.string))]).bytes)
        state.viewers.removeAll { $0.stream.isEnded }
        state.viewers.append(Viewer(stream: stream, page: page, tag: shown.tag, errors: errors))
        return true
      }
      if isCurrent { return WebResponse(body: .events(stream)) }
    }
  }

  /// A page as it is now, and the panel of mistakes that belongs on it.
  private func now(_ page: String) -> (Shown, errors: Bytes) {
    var diagnostics = site.diagnostics
    guard site.isReadable else { return (.unreadableSite, pages.errors(diagnostics)) }
    let shown: Shown
    switch below(page).map({ site.find($0, hasPositions: true) }) ?? .nothing {
    case .made(let bytes, _, let failure):
      shown = Shown(bytes)
      if let failure { diagnostics.append(failure) }
    case .broken(let failure):
      shown = .brokenPage
      diagnostics.append(failure)
    default:
      if case .made(let bytes, _, _) = site.find("404.html", hasPositions: false) {
        shown = Shown(bytes)
      } else {
        shown = Shown(Bytes())
      }
    }
    return (shown, pages.errors(diagnostics))
  }

  /// Takes saved files into account, and tells the pages on screen.
  func take(_ paths: Set<String>?) {
    let shown = Set(state.withLock { $0.viewers.map(\.page) })
    let sources = Dictionary(
      shown.compactMap { page in below(page).flatMap(site.source).map { (page, $0) } },
      uniquingKeysWith: { first, _ in first })
    let update = site.update(paths)
    let pages = state.withLock { state in
      state.changes += 1
      state.viewers.removeAll { $0.stream.isEnded }
      return Set(state.viewers.map(\.page))
    }
    var known: [String: (shown: Shown, errors: Bytes)] = [:]
    var moved: [String: String] = [:]
    for page in pages.sorted() {
      known[page] = now(page)
      moved[page] = newAddress(of: sources[page], shownAt: page)
    }
    state.withLock { state in
      // Those who came since then have seen the change.
      for place in state.viewers.indices {
        let page = state.viewers[place].page
        if let address = moved[page] {
          state.viewers[place].stream.send("follow", JSON.object([("page", .string(address))]).bytes)
        } else if let (shown, errors) = known[page] {
          tell(&state.viewers[place], shown, errors, update)
        }
      }
    }
  }

  /// Where the page of a text is now that stood at an address; `nil` where it stands there still.
  private func newAddress(of source: String?, shownAt page: String) -> String? {
    guard let source, let address = site.address(of: source), address != page, let old = below(page),
      site.source(at: old) == nil
    else { return nil }
    return address
  }

  private func tell(_ viewer: inout Viewer, _ shown: Shown, _ errors: Bytes, _ update: LiveSite.Update) {
    if shown.tag != viewer.tag {
      viewer.tag = shown.tag
      let line = update.address == viewer.page ? update.line : nil
      viewer.stream.send(
        "page",
        JSON.object([
          ("tag", .string(shown.tag)), ("html", .string(shown.bytes.string)), ("line", line.map(JSON.int) ?? .null),
        ]).bytes)
    }
    if errors != viewer.errors {
      viewer.errors = errors
      viewer.stream.send("errors", JSON.object([("html", .string(errors.string))]).bytes)
    }
    if isFollowing, let address = update.address, address != viewer.page {
      viewer.stream.send("follow", JSON.object([("page", .string(address))]).bytes)
    }
  }

  /// Looks whether the browsers are still there.
  func keepAlive() {
    state.withLock { state in
      state.viewers.removeAll { $0.stream.isEnded }
      for viewer in state.viewers { viewer.stream.keepAlive() }
    }
  }
}

/// The bytes of a page before the preview's script is put into them.
private struct Shown {
  let bytes: Bytes
  let tag: String

  init(_ bytes: Bytes) {
    self.bytes = bytes
    tag = Fingerprint(of: bytes).description
  }

  static let brokenPage = Shown(PreviewTemplates.brokenPage.html)
  static let unreadableSite = Shown(PreviewTemplates.unreadableSite.html)

  /// The page with the script.
  func html(at page: String) -> Bytes {
    let script = PreviewTemplates.script.html(of: (page, tag))
    guard let end = bytes.lastOffset(of: Bytes("</body>".utf8)) else { return bytes + script }
    return bytes[..<end] + script + bytes[end...]
  }
}

extension Array where Element == UInt8 {
  /// The offset of the last occurrence of `needle`.
  fileprivate func lastOffset(of needle: Bytes) -> Int? {
    var at = count - needle.count
    while at >= 0 {
      if has(needle, at: at) { return at }
      at -= 1
    }
    return nil
  }
}
