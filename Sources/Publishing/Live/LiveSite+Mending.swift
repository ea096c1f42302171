import Diagnostics
import System

extension LiveSite {
  /// Makes the mend of a finding in the text at an address, for somebody who saw it there.
  ///
  /// - Parameter name: The mend's name.
  /// - Returns: Whether the text has still what was to be mended.
  public func mend(_ name: String, at address: String) throws(EnvironmentError) -> Bool {
    guard let finding = issue(at: address)?.diagnostics.first(where: { $0.mendName == name }) else { return false }
    let plan = MendPlan([finding], in: options.site, onlySafe: false)
    for text in plan.texts { try plan.write(text) }
    return !plan.isEmpty
  }
}
