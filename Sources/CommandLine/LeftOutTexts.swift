import Publishing

extension BuildReport {
  /// What was left out because it is wrong, in a few lines; nothing where nothing was.
  var leftOutText: String {
    let files = leftOut.filter { $0.lostImages == 0 }
    var text = ""
    if !files.isEmpty {
      let kept = files.count { $0.keepsPage }
      let stay = kept == 0 ? "" : "; the last good page stays of \(kept)"
      text = "left out: \(Command.counted(files.count, "file")) with errors\(stay)\n" + BuildReport.lines(of: files)
    }
    let images = leftOut.reduce(0) { $0 + $1.lostImages }
    if images > 0 {
      let texts = leftOut.filter { $0.lostImages > 0 }
      text +=
        "left out: \(Command.counted(images, "image")) of \(Command.counted(texts.count, "text")), which are not there\n"
      text += BuildReport.lines(of: texts)
    }
    return text
  }

  private static func lines(of files: [LeftOutFile]) -> String {
    let lines = files.prefix(5).map { "  \($0.path)\($0.keepsPage ? ": its last good page stays" : "")\n" }
    return lines.joined() + (files.count > 5 ? "  and \(files.count - 5) more\n" : "")
  }
}
