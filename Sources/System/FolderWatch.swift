import Glibc
import Text

/// Tells which files below some folders were saved, came or went, by the kernel's inotify; where that has no more
/// watches to give, it says so, and who asks has to look.
///
/// One thread uses it. A class, because it owns a descriptor.
public final class FolderWatch {
  private let descriptor: Int32
  /// The paths under which each watched folder is known: symbolic links may lead to it.
  private var folders: [Int32: Set<String>] = [:]
  /// The symbolic links that lead to files in a watched folder, by the names of these.
  private var links: [Int32: [String: Set<String>]] = [:]
  private let roots: [String]
  /// The roots that are not there; they may come again.
  private var missing: Set<String> = []
  /// Why the kernel does not tell of changes; `nil` while it does.
  public private(set) var problem: String?

  /// What happened.
  public enum Change: Equatable {
    /// Nothing, until the time was over or somebody woke the thread.
    case nothing
    /// These files were saved, came or went.
    case files(Set<String>)
    /// More than can be told: everything has to be looked at.
    case unknown
  }

  private let most: Int
  private let hidden: Set<String>

  /// Watches folders and all below them.
  ///
  /// - Parameter hidden: The names of hidden folders that are watched, too.
  public convenience init(_ roots: [String], hidden: Set<String> = []) {
    self.init(roots, hidden: hidden, atMost: .max)
  }

  /// Watches folders and all below them, with as many watches as there are to be.
  package init(_ roots: [String], hidden: Set<String> = [], atMost most: Int) {
    self.roots = roots
    self.hidden = hidden
    self.most = most
    descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    if descriptor < 0 { problem = unsafe "the kernel gives no watch: \(String(cString: strerror(errno)))" }
    for root in roots { watch(root) }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Waits for changes; those that follow each other at once are one.
  ///
  /// - Parameter timeout: In milliseconds.
  public func wait(timeout: Int) -> Change {
    guard problem == nil else {
      usleep(useconds_t(timeout * 1_000))
      return .unknown
    }
    if !missing.isEmpty { return waitForRoots(timeout) }
    guard isReadable(within: timeout) else { return .nothing }
    var change = Changes()
    // A save is a handful of events within a millisecond; a checkout of hundreds of files goes on and on.
    var quiet = 3
    var waited = 0
    repeat {
      let before = change.files.count
      read(into: &change)
      if change.files.count > max(2, before) { quiet = 25 }
      waited += quiet
    } while waited < 1_500 && isReadable(within: quiet)
    if change.isUnknown { return .unknown }
    return change.files.isEmpty ? .nothing : .files(change.files)
  }

  /// Looks from time to time whether a folder is there again that was taken away: a checkout, or a copy, makes it anew.
  private func waitForRoots(_ timeout: Int) -> Change {
    let pause = 50
    for _ in 0..<max(1, timeout / pause) {
      let before = missing
      for root in before.sorted() { watch(root) }
      guard missing == before, !isReadable(within: pause) else {
        var change = Changes()
        read(into: &change)
        return .unknown
      }
    }
    return .nothing
  }

  private struct Changes {
    var files: Set<String> = []
    var isUnknown = false
  }

  private func isReadable(within milliseconds: Int) -> Bool {
    var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return unsafe Glibc.poll(&poll, 1, Int32(milliseconds)) > 0
  }

  private func read(into changes: inout Changes) {
    let size = 1 << 16
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 8)
    defer { unsafe buffer.deallocate() }
    while true {
      let count = unsafe Glibc.read(descriptor, buffer.baseAddress, size)
      guard count > 0 else { return }
      var at = 0
      while at < count {
        let event = unsafe buffer.load(fromByteOffset: at, as: inotify_event.self)
        let start = at + MemoryLayout<inotify_event>.size
        let name = unsafe String(decoding: buffer[start..<start + Int(event.len)].prefix { $0 != 0 }, as: UTF8.self)
        take(event, name, &changes)
        at = start + Int(event.len)
      }
    }
  }

  private func take(_ event: inotify_event, _ name: String, _ changes: inout Changes) {
    if event.mask & UInt32(IN_Q_OVERFLOW) != 0 { changes.isUnknown = true }
    let known = folders[event.wd] ?? []
    if event.mask & UInt32(IN_IGNORED) != 0 {
      folders[event.wd] = nil
      links[event.wd] = nil
      changes.isUnknown = true
      // An editor, or version control, may put another folder in its place.
      for folder in known where roots.contains(folder) && !folders.values.contains(where: { $0.contains(folder) }) {
        watch(folder)
      }
      return
    }
    if event.mask & UInt32(IN_MOVE_SELF) != 0 {
      // What is moved below a folder is told by that. A root is none of ours any more under its new name.
      for folder in known where roots.contains(folder) {
        forget(folder)
        changes.isUnknown = true
        watch(folder)
      }
      return
    }
    if name.isEmpty { return }
    if let links = links[event.wd]?[name] { changes.files.formUnion(links) }
    for folder in known {
      let path = folder + "/" + name
      if event.mask & UInt32(IN_ISDIR) != 0 {
        // What lies in a new folder may have come before the watch.
        changes.isUnknown = true
        watch(path)
      } else {
        changes.files.insert(path)
        follow(path, &changes)
      }
    }
  }

  /// Lets go of a folder and of all below it.
  private func forget(_ folder: String) {
    for (number, paths) in folders {
      let rest = paths.filter { $0 != folder && !$0.utf8.starts(with: (folder + "/").utf8) }
      if rest.count == paths.count { continue }
      folders[number] = rest.isEmpty ? nil : rest
      if rest.isEmpty { inotify_rm_watch(descriptor, number) }
    }
  }

  /// Watches what a new symbolic link leads to.
  private func follow(_ path: String, _ changes: inout Changes) {
    guard FileAccess.isLink(path) else { return }
    if FileAccess.kind(path) == .folder { changes.isUnknown = true }
    watchLink(path)
  }

  /// Watches the folder or the file to which a symbolic link leads. One that leads to a folder above it would be gone
  /// through for ever.
  private func watchLink(_ path: String) {
    guard let target = FileAccess.realPath(path), let slash = target.lastSlash,
      let place = path.lastSlash, let own = FileAccess.realPath(String(path[..<place]))
    else { return }
    if FileAccess.kind(target) == .folder {
      if !FileAccess.isInside(own, target) { watch(path) }
    } else if let number = add(String(target[..<slash])) {
      links[number, default: [:]][String(target.behind(slash)), default: []].insert(path)
    }
  }

  /// Asks the kernel to tell of changes in a folder; `nil` where it does not.
  private func add(_ folder: String) -> Int32? {
    let mask =
      UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_TO) | UInt32(IN_MOVED_FROM) | UInt32(IN_DELETE) | UInt32(IN_CREATE)
      | UInt32(IN_MOVE_SELF) | UInt32(IN_ONLYDIR)
    errno = ENOSPC
    let number = unsafe folders.count < most ? inotify_add_watch(descriptor, folder, mask) : -1
    guard number >= 0 else {
      if roots.contains(folder) { missing.insert(folder) }
      if errno == ENOSPC {
        problem =
          "the kernel has no more watches to give, so the preview looks for changes twice a second; "
          + "`sudo sysctl fs.inotify.max_user_watches=524288` lets it be told"
      }
      return nil
    }
    return number
  }

  private func watch(_ folder: String) {
    guard let number = add(folder) else { return }
    folders[number, default: []].insert(folder)
    missing.remove(folder)
    guard let stream = unsafe opendir(folder) else { return }
    defer { unsafe closedir(stream) }
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) {
        unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.utf8.first == UInt8(ascii: "."), !hidden.contains(name) { continue }
      let type = unsafe Int(entry.pointee.d_type)
      if type == Int(DT_DIR) {
        watch(folder + "/" + name)
      } else if type == Int(DT_LNK) {
        watchLink(folder + "/" + name)
      }
    }
  }
}
