import Publishing

extension BuildReport {
  /// What was left out because it is wrong, in a few lines; nothing where nothing was.
  var leftOutText: String {
    if leftOut.isEmpty { return "" }
    let kept = leftOut.count { $0.keepsPage }
    let files = leftOut.count == 1 ? "1 file is" : "\(leftOut.count) files are"
    let lines = leftOut.prefix(10).map { file in
      "  \(file.path)\(file.keepsPage ? ": its last good page stays" : "")\n"
    }
    let more = leftOut.count > 10 ? "  and \(leftOut.count - 10) more\n" : ""
    return "left out: \(files) wrong, and the last good pages of \(kept) of them stay\n" + lines.joined() + more
  }
}
