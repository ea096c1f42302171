import Glibc
import System
import Text

/// How the web is asked: by what, how fast, and whom not.
public struct WebManners: Sendable {
  /// Seconds between two questions to one host.
  public var pause = 1
  /// The longest wish to be left alone that is waited for.
  var longestPause = 30
  /// Hosts that are asked at once; each of them answers one question at a time.
  var hostsAtOnce = 8
  /// Whether machines of one's own network are asked, too.
  public var asksPrivate: Bool
  /// The host of the site itself, which may be such a machine.
  var home = ""
  /// Who asks in the place of this machine.
  private let proxies: WebProxies
  /// Waits for some seconds.
  public var rest: @Sendable (Int) -> Void = { sleep(UInt32($0)) }
  /// Sends one request.
  private(set) var ask: @Sendable (WebReply.Method, WebTarget, HostAddress?) throws(EnvironmentError) -> WebReply
  /// Whether the machines of names are looked for at all.
  private var looksForMachines = true

  /// Asks with curl.
  ///
  /// - Parameters:
  ///   - agent: How it calls itself.
  ///   - asksPrivate: Whether machines of one's own network are asked, too.
  ///   - proxies: Who asks in the place of this machine.
  public init(agent: String, asksPrivate: Bool = false, proxies: WebProxies = WebProxies()) {
    self.asksPrivate = asksPrivate
    self.proxies = proxies
    ask = { (method, target, machine) throws(EnvironmentError) in
      try WebReply.curl(method, target, at: machine, agent: agent)
    }
  }

  /// Speaks for the web itself, without a pause.
  ///
  /// - Parameter status: The status for an address, and where it leads on.
  public init(speaking status: @escaping @Sendable (String) -> (status: Int, location: String?)) {
    self.init(agent: "")
    pause = 0
    looksForMachines = false
    ask = { (_, target, _) in
      let (status, location) = status(target.address)
      return WebReply(status: status, location: location)
    }
  }

  /// Whether what asks is there.
  public static var canAsk: Bool { ExternalProgram.version(of: "curl") != nil }

  /// Which machine a request would go to.
  enum Machine {
    /// This one; `nil` for whichever a proxy finds.
    case machine(HostAddress?)
    case nobody
    case unanswered
    case notPublic
  }

  /// The machine behind an address. A text must not make a machine that checks it ask around in its own network: every
  /// address of the name is looked at, and the request goes to one of them and to no other.
  func machine(of target: WebTarget) -> Machine {
    guard looksForMachines else { return .machine(nil) }
    let mayBePrivate = asksPrivate || target.host == home
    if proxies.areAsked(for: target) {
      return mayBePrivate || !WebManners.isNumberOrLocal(target.host) ? .machine(nil) : .notPublic
    }
    for attempt in 0...1 {
      do throws(HostAddress.Unresolved) {
        let all = try HostAddress.all(of: target.host)
        guard let first = all.first else { return .nobody }
        return mayBePrivate || all.allSatisfy(\.isPublic) ? .machine(first) : .notPublic
      } catch {
        if attempt == 0 {
          // A name server may have been asleep.
          rest(pause)
          continue
        }
        return error == .unknown ? .nobody : .unanswered
      }
    }
    return .unanswered
  }

  /// Whether a host is no name that everybody knows.
  private static func isNumberOrLocal(_ host: String) -> Bool {
    let last = host.split(separator: ".").last ?? ""
    return !host.contains(".") || ["local", "localhost", "internal", "lan", "home", "intranet"].contains(last)
      || last.utf8.first?.isASCIIDigit ?? true
  }
}
