import System

/// Asks for one address, and follows where it leads.
struct WebInquiry: Sendable {
  /// The rest that the web is asked by.
  let manners: WebManners
  /// For how long the server wants to be left alone.
  private(set) var pause: Int?
  /// Whether the server said nothing at all.
  private(set) var isSilent = false

  private static let mostSteps = 8

  init(_ manners: WebManners) { self.manners = manners }

  /// What there is at an address.
  mutating func answer(for first: WebTarget) throws(EnvironmentError) -> WebAnswer {
    var (target, isForGood, last) = (first, true, first)
    for step in 0...WebInquiry.mostSteps {
      if step > 0 { manners.rest(manners.pause) }
      let machine: HostAddress?
      switch manners.machine(of: target) {
      case .machine(let found): machine = found
      case .nobody: return .gone("there is no server \(target.host)")
      case .unanswered:
        isSilent = step == 0
        return .unasked("the address of \(target.host) could not be found out")
      case .notPublic: return .avoided(host: target.host)
      }
      let reply = try patient(target, at: machine)
      if let location = reply.location, (300..<400).contains(reply.status) {
        guard let next = WebTarget(location) else { return .unasked("it leads on to \(location)") }
        // From the first step on that is not for good, readers are still to come by the old address.
        if ![301, 308].contains(reply.status) { isForGood = false }
        if isForGood { last = next }
        target = next
        continue
      }
      return judged(reply, first, last)
    }
    return .unasked("it leads on and on")
  }

  /// Asks without the page, and again with it where the server knows no such question.
  private mutating func patient(_ target: WebTarget, at machine: HostAddress?) throws(EnvironmentError) -> WebReply {
    var reply = try manners.ask(.head, target, machine)
    let wantsRest = reply.pause != nil && [429, 503].contains(reply.status)
    if reply.status >= 400 && !wantsRest || reply.trouble == .unreachable {
      manners.rest(manners.pause)
      reply = try manners.ask(.get, target, machine)
    }
    pause = reply.pause
    if [429, 503].contains(reply.status), let seconds = reply.pause, seconds <= manners.longestPause {
      manners.rest(seconds)
      pause = nil
      reply = try manners.ask(.get, target, machine)
    }
    return reply
  }

  private mutating func judged(_ reply: WebReply, _ first: WebTarget, _ last: WebTarget) -> WebAnswer {
    switch reply.trouble {
    case .timeout:
      isSilent = true
      return .unasked("the server did not answer in time")
    case .unreachable:
      isSilent = true
      return .unasked("the server could not be reached")
    case .untrusted: return .unasked("the server does not prove who it is")
    case nil: break
    }
    switch reply.status {
    case 404, 410: return .gone("the server answers \(reply.status)")
    case 200..<400: return last.address == first.address ? .found : .moved(to: last.address)
    default: return .unasked("the server answers \(reply.status)")
    }
  }
}
