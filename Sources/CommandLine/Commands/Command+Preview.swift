import Foundation
import Preview
import Publishing
import Site
import Synchronization
import System
import Text

extension Command {
  private static let port = Option("--port", taking: "N", "The port; the first free one from 4000 on unless given.")
  private static let open = Option("--open", "Open the site in the browser.")
  private static let follow = Option("--follow", "Let the browser go to the page of the file that was saved last.")

  static let preview = Command(
    name: "preview", otherNames: ["dev", "develop", "live", "serve", "server", "start", "watch"],
    summary: "Show the site in the browser while it is written.",
    operands: "", operandCount: 0...0,
    options: [.site, port, open, follow],
    discussion: """
      Serves the site on this machine only, as a build would publish it, with drafts and issues of days to come. When a
      file is saved, pages that are open show the change at once, without being loaded anew; what is wrong is shown
      above the page until it is mended. Each issue has a panel with what the program understood of it, and the address
      /.preview/ lists all issues. Nothing is written to the published folder. Ctrl-C ends the preview.
      """
  ) { invocation, terminal in
    let number = invocation[port].map { Int($0) ?? 0 }
    if let number, !(1...65_535).contains(number) { throw UsageError("--port must be a number from 1 to 65535") }
    let place = folder(invocation[.site])
    let site = LiveSite(site: place, now: try Clock.now)
    let hub = PreviewHub(site, isFollowing: invocation.has(follow))
    // Watched before anything is read: what is saved meanwhile is not missed.
    let watch = FolderWatch([place + "/Content", place + "/Templates"], hidden: StaticFolders.hidden)
    if watch.problem != nil { _ = site.hasChanged() }
    try site.load { terminal.note("note: \($0)\n") }
    let server = try WebServer { hub.answer($0) }
    try server.start(port: number)
    let address = "http://localhost:\(server.port)\(site.root)"
    terminal.print("The preview is at \(address); Ctrl-C ends it.\n")
    if let problem = watch.problem { terminal.note("note: \(problem)\n") }
    if invocation.has(open) { Browser.open(address) }
    Interrupt.listen()
    let watcher = PreviewWatcher(site: place, tellingOn: terminal)
    // Nobody else speaks to it from here on.
    nonisolated(unsafe) let watched = watch
    guard beside({ unsafe watcher.follow(watched, for: hub, site) }) else {
      throw EnvironmentError("the files can't be followed", place)
    }
    while !Interrupt.hasCome {
      usleep(100_000)
      server.sweep()
    }
    watcher.end()
    end(server, after: watcher)
    return .done
  }

  /// Ends the server, if nobody keeps it busy. What is still read or made then ends with the process: nothing of it is
  /// written anywhere.
  private static func end(_ server: WebServer, after watcher: PreviewWatcher) {
    let hasStopped = Flag()
    beside {
      server.stop()
      hasStopped.raise()
    }
    for _ in 0..<50 where !(hasStopped.isRaised && watcher.hasEnded) { usleep(10_000) }
    if !(hasStopped.isRaised && watcher.hasEnded) { _exit(ExitStatus.done.rawValue) }
  }
}

/// Whether somebody asked the program to end.
private enum Interrupt {
  private static let come = Flag()

  static var hasCome: Bool { come.isRaised }

  static func listen() {
    var awaited = sigset_t()
    unsafe sigemptyset(&awaited)
    for number in [SIGINT, SIGTERM] {
      signal(number) { _ in Interrupt.come.raise() }
      unsafe sigaddset(&awaited, number)
    }
    // Whoever started the program may have kept these signals from it.
    unsafe pthread_sigmask(SIG_UNBLOCK, &awaited, nil)
  }
}

/// The browser of whoever runs the program.
private enum Browser {
  static func open(_ address: String) {
    let program = ProcessInfo.processInfo.environment["BROWSER"] ?? "xdg-open"
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program, address]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    // Without a browser, there is still the address that was printed.
    try? process.run()
  }
}
