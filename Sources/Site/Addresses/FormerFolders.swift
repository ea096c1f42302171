import Bulletins
import Text

/// The folders in which texts lie, by the addresses that these had: there, other engines published the files beside a text.
public struct FormerFolders: Sendable {
  private var folders: [String: Substring] = [:]
  /// The former addresses of each text, by its file.
  private var addresses: [String: [String]] = [:]

  /// The folders of some issues; none without settings.
  public init(of issues: some Sequence<Issue>, _ settings: SiteSettings?) {
    guard let settings else { return }
    for issue in issues {
      guard let end = issue.path.lastSlash else { continue }
      for address in issue.formerAddresses(settings).compactMap(\.page) {
        addresses[issue.path, default: []].append(address)
        if address.hasSuffix("/"), folders[address] == nil { folders[address] = issue.path[..<end] }
      }
    }
  }

  /// Where a file would lie that was published at an address of the site; `nil` where no text was found above it.
  public func path(of address: String) -> String? {
    var folder = address.pathParts
    var file: [Substring] = []
    while let last = folder.popLast() {
      file.insert(last, at: 0)
      if let text = folders[folder.joined(separator: "/") + "/"] { return ([text] + file).joined(separator: "/") }
    }
    return nil
  }

  /// Where files would lie that a path means which counts from a former address of its text.
  ///
  /// - Parameter path: The path from the folder of the site, as if it counted from the text's own folder.
  public func paths(meantBy path: String, in text: String) -> [String] {
    guard let addresses = addresses[text] else { return [] }
    let relative = path.asPath(besides: text)
    return addresses.compactMap { address in
      address.parts(following: relative).flatMap { self.path(of: $0.joined(separator: "/")) }
    }
  }
}

extension Issue {
  /// The addresses that an issue had, by itself and by the rules for all.
  fileprivate func formerAddresses(_ settings: SiteSettings) -> [FormerAddress] {
    if formerAddresses.isEmpty, settings.oldAddresses.isEmpty { return [] }
    let subject = AddressSubject(self, languages: settings.languages)
    let own = formerAddresses.compactMap { written in
      guard AddressPattern.hasTokens(written.address.path) else { return written.address }
      return (try? AddressPattern(written.address.path, at: written.location))?.address(of: subject)
    }
    let prefix = Addresses(language: language, settings: settings).prefix
    return own
      + settings.oldAddresses.flatMap { pattern in
        ([subject] + subject.variants(for: pattern)).compactMap { subject in
          pattern.address(of: subject).flatMap {
            pattern.namesLanguage ? $0 : FormerAddress(path: prefix + $0.path)
          }
        }
      }
  }
}
