import Glibc
import Text

/// What is done with all names in a folder that is open.
enum OpenFolder {
  /// The names in a folder, in no order, with what they are where that is known without asking; `nil` where it can't be
  /// read. The descriptor is closed.
  static func names(in descriptor: Int32) -> [(name: Bytes, kind: FileAccess.Kind?)]? {
    guard let stream = unsafe fdopendir(descriptor) else {
      let code = errno
      close(descriptor)
      errno = code
      return nil
    }
    defer { unsafe closedir(stream) }
    var names: [(name: Bytes, kind: FileAccess.Kind?)] = []
    while let entry = unsafe readdir(stream) {
      let bytes = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { name in
        unsafe Bytes(name.prefix(name.baseAddress.map { unsafe strnlen($0, name.count) } ?? 0))
      }
      if bytes == [0x2E] || bytes == [0x2E, 0x2E] { continue }
      // Links, and what some file systems do not tell, are looked at when somebody asks.
      let kind: FileAccess.Kind? =
        unsafe Int(entry.pointee.d_type) == Int(DT_REG)
        ? .file : Int(entry.pointee.d_type) == Int(DT_DIR) ? .folder : nil
      names.append((bytes, kind))
    }
    return names
  }

  /// Removes a folder with everything in it, as far as that is allowed, each thing in the folder in which it was found:
  /// a link that somebody puts in the place of a folder meanwhile is removed, and leads nowhere.
  static func removeTree(_ path: String, in folder: Int32) {
    removeTree(Array(path.utf8CString), in: folder)
  }

  private static func removeTree(_ name: [CChar], in folder: Int32) {
    let descriptor = unsafe openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    for (inner, kind) in names(in: dup(descriptor)) ?? [] {
      let inner = inner.map { CChar(bitPattern: $0) } + [0]
      // A folder is not removed that way, and nothing else is opened as one.
      if kind == .folder || (unsafe unlinkat(descriptor, inner, 0)) != 0 { removeTree(inner, in: descriptor) }
    }
    unsafe unlinkat(folder, name, AT_REMOVEDIR)
  }
}
