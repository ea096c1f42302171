import System
import Text

/// What a server said to one request.
struct WebReply: Sendable, Equatable {
  /// How it was asked.
  enum Method: Sendable { case head, get }

  /// What kept a server from saying anything.
  enum Trouble: Sendable, Equatable {
    /// It does not answer in time.
    case timeout
    /// Nobody listens, or the line broke.
    case unreachable
    /// It does not prove who it is.
    case untrusted
  }

  /// The status of HTTP; nothing with trouble.
  var status = 0
  /// Where it leads on, as a whole address.
  var location: String?
  /// For how many seconds it wants to be left alone.
  var pause: Int?
  var trouble: Trouble?

  /// Asks with curl, which sees to TLS, proxies and the versions of HTTP. It follows nothing by itself, and connects to
  /// nothing but the machine that was looked at.
  ///
  /// - Parameters:
  ///   - machine: The address to connect to; `nil` to leave that to a proxy.
  ///   - agent: How it is asked to call itself.
  static func curl(
    _ method: Method, _ target: WebTarget, at machine: HostAddress?, agent: String
  ) throws(EnvironmentError) -> WebReply {
    var arguments = [
      // No file of settings is read; the address is no pattern.
      "--disable", "--globoff", "--silent", "--proto", "=http,https", "--max-time", "25", "--connect-timeout", "10",
      "--max-filesize", "2000000", "--user-agent", agent, "--header", "Accept: text/html,*/*;q=0.8", "--output",
      "/dev/null", "--write-out", "%{http_code}\\n%{redirect_url}\\n%header{retry-after}\\n",
    ]
    if method == .head { arguments.append("--head") }
    // What was decided holds, whatever exceptions curl would make of it.
    if let machine {
      arguments += ["--noproxy", "*"]
      // What is a machine's own number by itself leads to no other.
      if !target.host.contains(":") { arguments += ["--resolve", "\(target.host):\(target.port):\(machine)"] }
    } else {
      arguments += ["--noproxy", ""]
    }
    let (printed, status) = try ExternalProgram.result(of: "curl", arguments + ["--url", target.address])
    return WebReply(printed: printed, status: status)
  }

  /// What curl printed, and how it ended.
  init(printed: Bytes, status ended: Int) {
    let lines = printed.string.split(separator: "\n", omittingEmptySubsequences: false)
    status = lines.first.flatMap { Int($0) } ?? 0
    location = lines.count > 1 && !lines[1].isEmpty ? String(lines[1]) : nil
    pause = lines.count > 2 ? Int(lines[2]).map { max(0, $0) } : nil
    // A page that is too large was there nevertheless.
    if ended == 0 || status > 0 { return }
    trouble =
      switch ended {
      case 28: .timeout
      case 35, 51, 53, 54, 58, 59, 60, 66, 77, 80, 82, 83, 90, 91: .untrusted
      default: .unreachable
      }
  }

  /// A reply in numbers, for those who speak for the web.
  init(status: Int, location: String? = nil, pause: Int? = nil) {
    self.status = status
    self.location = location
    self.pause = pause
  }
}
