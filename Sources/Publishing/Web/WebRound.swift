import Synchronization
import System

/// Asks for many addresses: those of one host one after another, with a pause between, and several hosts at once.
struct WebRound: Sendable {
  let manners: WebManners
  /// Is called with each answer, from any thread.
  let note: @Sendable (WebTarget, WebAnswer) -> Void

  /// A server that was silent so often is not asked any further.
  private static let mostSilences = 3

  /// Asks for all of them.
  func ask(_ targets: [WebTarget]) throws(EnvironmentError) {
    let hosts = Dictionary(grouping: targets, by: \.host).sorted { $0.key < $1.key }.map(\.value)
    let trouble = concurrently(hosts.count, jobs: manners.hostsAtOnce) { index -> EnvironmentError? in
      do throws(EnvironmentError) {
        try ask(host: hosts[index])
        return nil
      } catch {
        return error
      }
    }
    if let error = trouble.compactMap(\.self).first { throw error }
  }

  private func ask(host targets: [WebTarget]) throws(EnvironmentError) {
    var silences = 0
    var refusal: WebAnswer?
    for (place, target) in targets.enumerated() {
      if let refusal {
        note(target, refusal)
        continue
      }
      if place > 0 { manners.rest(manners.pause) }
      var inquiry = WebInquiry(manners)
      let answer = try inquiry.answer(for: target)
      note(target, answer)
      silences = inquiry.isSilent ? silences + 1 : 0
      if silences == WebRound.mostSilences || inquiry.pause != nil { refusal = answer }
    }
  }
}
