import Diagnostics
import Text

/// Who has which address: of two sources for one, the first has it, and paths that no folder can hold together are told
/// before anything is written.
struct AddressClaims {
  /// What an address is asked for.
  enum Kind {
    /// A page or a file that the program names; in small letters, without a point in the name of a folder.
    case own
    /// A file that keeps the name that somebody else gave it.
    case copy
    /// A former address that a text names, which leads on.
    case former
    /// A former address that holds for a text as for all.
    case derived
  }

  /// Who has an address.
  struct Owner {
    let origin: String
    let location: Location?
    let kind: Kind
  }

  /// What came of a claim.
  enum Outcome {
    case granted(PagePath)
    /// It has the address already.
    case repeated
    case refused(Diagnostic)
  }

  /// By their files.
  private var owners: [String: Owner] = [:]
  /// The files whose names the program did not make.
  private var foreign: [String] = []

  mutating func reserve(_ count: Int) { owners.reserveCapacity(count) }

  /// Who has an address below the site's root.
  func owner(of path: String) -> Owner? { PagePath(path).flatMap { owners[$0.file] } }

  /// Whether there is a file, relative to the folder of the published site.
  func has(file: String) -> Bool { owners[file] != nil }

  /// Who has a file, relative to the folder of the published site.
  func owner(ofFile file: String) -> Owner? { owners[file] }

  /// All files, in no order.
  var files: some Collection<String> { owners.keys }

  /// Asks for an address below the site's root.
  mutating func claim(_ path: String, for owner: Owner) -> Outcome {
    guard let address = PagePath(path) else {
      return .refused(owner.finding(.badFileName, "“\(path)” can't be an address"))
    }
    if let first = owners[address.file] {
      if owner.kind != .own, first.origin == owner.origin { return .repeated }
      // Who can change something is told, and not the program.
      let (told, other) =
        owner.kind == .own && owner.location == nil && first.isRedirect ? (first, owner) : (owner, first)
      return .refused(
        told.finding(
          .addressTaken, "the address /\(path) is taken by \(other.origin)",
          [other.note("\(other.origin) gives the same address")], help: "change one of the two"))
    }
    owners[address.file] = owner
    if owner.kind != .own { foreign.append(address.file) }
    return .granted(address)
  }

  /// An error for each file that lies where another thing has its own, of which no list is known before it is made.
  func files(inTheWayOf other: String, where takes: (String) -> Bool) -> [Diagnostic] {
    foreign.filter(takes).sorted().compactMap { file in
      owners[file]?.finding(
        .addressTaken, "the address /\(file) is taken by \(other)", help: "rename the file, or its folder")
    }
  }

  /// An error for each path that would be a file and a folder, and for each former address that differs from another
  /// path in case only. One of such a pair always has a name that the program did not make.
  var conflicts: [Diagnostic] {
    if foreign.isEmpty { return [] }
    var files: [String: String] = [:]
    var found: [Diagnostic?] = []
    for file in foreign.sorted() {
      if let other = files.updateValue(file, forKey: file.lowercased()) { found.append(differsInCase(other, file)) }
    }
    let folders = ownFolders
    for (folded, file) in files.sorted(by: { $0.key < $1.key }) {
      if folded != file { found.append(differsInCase(folded, file)) }
      if let inside = folders[folded] { found.append(isFileAndFolder(file, inside)) }
      var folder = folded[...]
      while let slash = folder.lastSlash {
        folder = folded[..<slash]
        let above = files[String(folder)] ?? (owners[String(folder)] == nil ? nil : String(folder))
        if let above { found.append(isFileAndFolder(above, file)) }
      }
    }
    return found.compactMap { $0 }
  }

  /// The folders of the program's own pages, each with a page in it, where any file could be in the place of one: they
  /// have no points in their names, and few files have none.
  private var ownFolders: [String: String] {
    guard foreign.contains(where: { !$0.utf8.split(separator: UInt8(ascii: "/")).last.hasPoint }) else { return [:] }
    var folders: [String: String] = [:]
    for (file, owner) in owners where owner.kind == .own {
      var folder = file[...]
      while let slash = folder.lastSlash {
        folder = file[..<slash]
        folders[String(folder)] = min(folders[String(folder)] ?? file, file)
      }
    }
    return folders
  }

  private func isFileAndFolder(_ file: String, _ inside: String) -> Diagnostic? {
    guard let first = owners[file], let second = owners[inside] else { return nil }
    // Whoever gave a name is told, and not the program.
    let (told, other, path) = second.kind == .own ? (first, second, inside) : (second, first, file)
    return told.finding(
      .fileAndFolder, "/\(file) would be a file, and a folder for /\(inside)",
      [other.note("\(other.origin) gives /\(path)")], help: "change one of the two")
  }

  private func differsInCase(_ a: String, _ b: String) -> Diagnostic? {
    guard let first = owners[a], let second = owners[b] else { return nil }
    // Both lead to one text, whichever of them a disk holds.
    if first.origin == second.origin, first.isRedirect, second.isRedirect { return nil }
    if first.kind == .copy, second.kind == .copy {
      return second.finding(
        .filesDifferInCase, "its name differs from that of \(first.origin) in nothing but capital letters",
        help: "give one of the two another name: disks of Windows and macOS hold one of them only")
    }
    // Of the titles of all issues, some differ in case only, which nobody can mend.
    guard first.kind == .former || second.kind == .former else { return nil }
    let (told, other) = second.kind == .own ? (first, second) : (second, first)
    return told.finding(
      .addressesDifferInCase, "/\(a) and /\(b) differ in nothing but capital letters",
      [other.note("\(other.origin) gives the other one")], help: "remove one of the two")
  }
}

extension AddressClaims.Owner {
  /// Whether the address leads on to another.
  var isRedirect: Bool { kind == .former || kind == .derived }

  fileprivate func finding(
    _ kind: DiagnosticKind, _ message: String, _ notes: [Diagnostic.Note] = [], help: String? = nil
  ) -> Diagnostic {
    location.map { Diagnostic(kind, message, at: $0, notes: notes, help: help) }
      ?? Diagnostic(kind, message, in: origin, notes: notes, help: help)
  }

  fileprivate func note(_ message: String) -> Diagnostic.Note { Diagnostic.Note(message, at: location) }
}

extension Optional where Wrapped == Substring.UTF8View {
  fileprivate var hasPoint: Bool { self?.contains(UInt8(ascii: ".")) ?? false }
}

extension DiagnosticKind {
  static let addressTaken = DiagnosticKind(
    "address-taken", .error,
    "Two files give one address, so one of them would be lost. Correct a number, rename a file, or remove an alias.")
  static let fileAndFolder = DiagnosticKind(
    "file-and-folder", .error,
    "One path would be a file and a folder, which no disk and no server can hold: `/archive.php` and `/archive.php/two/`, say. Remove an alias, or rename a file."
  )
  static let addressesDifferInCase = DiagnosticKind(
    "addresses-differ-in-case", .error,
    "A former address differs from another address in capital letters only. On many machines both are one file, so that one of the two would be lost."
  )
  static let filesDifferInCase = DiagnosticKind(
    "files-differ-in-case", .advice,
    "Two files that are published as they are have names that differ in capital letters only. Where disks don't tell them apart, as on Windows and macOS, one of them is lost, and readers are shown the other in its place."
  )
  /// A name that can be no address.
  public static let badFileName = DiagnosticKind(
    "bad-file-name", .error,
    "A file's name can't become an address: it is no UTF-8, too long, or has parts such as `..`.")
}
