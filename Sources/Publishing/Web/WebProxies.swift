/// Which addresses a proxy asks for, as the environment of the program has it: by curl's own rules, since curl finds the
/// proxy there. Where one asks, it finds the machines by itself; any other request goes to a machine that was looked at.
public struct WebProxies: Sendable {
  private let schemes: Set<String>
  /// The ends of the names of hosts that are asked without one.
  private let exceptions: [String]

  /// None.
  public init() {
    schemes = []
    exceptions = []
  }

  /// Those that variables name.
  public init(_ environment: [String: String]) {
    func value(_ names: String...) -> String? {
      names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    }
    let all = value("all_proxy", "ALL_PROXY")
    // Servers set the variable of this name in large letters for whoever asks them.
    let named = ["http": value("http_proxy") ?? all, "https": value("https_proxy", "HTTPS_PROXY") ?? all]
    schemes = Set(named.filter { $0.value != nil }.keys)
    exceptions = (value("no_proxy", "NO_PROXY") ?? "").split { $0 == "," || $0 == " " }.map {
      String($0.hasPrefix(".") ? $0.dropFirst() : $0).lowercased()
    }
  }

  /// Whether they are asked for an address.
  func areAsked(for target: WebTarget) -> Bool {
    schemes.contains(target.scheme)
      && !exceptions.contains { $0 == "*" || target.host == $0 || target.host.hasSuffix("." + $0) }
  }
}
