import Glibc

/// What the system tells of a file. The calls are C's: they read a path, and fill in a value that is ours.
extension stat {
  /// Of what a path names; `nil` where that is nothing. A symbolic link counts as what it leads to, unless it is not
  /// followed.
  ///
  /// - Parameter folder: The folder, held open, in which a path begins that is not whole.
  init?(_ path: String, in folder: Int32 = AT_FDCWD, followingLinks: Bool = true) {
    self.init()
    if unsafe fstatat(folder, path, &self, followingLinks ? 0 : AT_SYMLINK_NOFOLLOW) != 0 { return nil }
  }

  /// Of an open file; `nil` where the system does not tell it.
  init?(descriptor: Int32) {
    self.init()
    if unsafe fstat(descriptor, &self) != 0 { return nil }
  }

  /// What kind of thing it is.
  var kind: FileAccess.Kind {
    switch st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    default: .other
    }
  }
}
