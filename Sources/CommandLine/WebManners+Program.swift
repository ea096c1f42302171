import Foundation
import Publishing
import System

extension WebManners {
  /// How this program asks, as its environment has it.
  static var ofProgram: WebManners {
    get throws(EnvironmentError) {
      guard canAsk else {
        throw EnvironmentError(
          "links to other sites can't be asked for", "curl",
          because: "it is not installed; `apt install curl` does that")
      }
      let environment = ProcessInfo.processInfo.environment
      return WebManners(
        agent: "Mozilla/5.0 (compatible; bulletin/\(Program.version); check of links)",
        asksPrivate: environment["BULLETIN_ASK_PRIVATE"].map { !$0.isEmpty } ?? false,
        proxies: WebProxies(environment))
    }
  }
}
