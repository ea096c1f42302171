import Bulletins
import Diagnostics
import Site
import System

extension Edition {
  /// The edition after files were saved, came or went, and how far that reaches.
  ///
  /// - Parameter paths: The files, relative to the site; `nil` where it may be any.
  /// - Returns: `nil` where this edition is not held, and more than texts differ: all of it has to be read.
  func advanced(by paths: Set<String>?) -> (edition: Edition, reach: Reach)? {
    guard let paths, paths.allSatisfy({ isReadable($0) }) else {
      return issues.isHeld ? (readAgain(), .everything) : nil
    }
    let reader = IssueFileReader(folder: folder, options: reading)
    var changes: [Change] = []
    for path in paths.sorted() {
      guard let old = issues[path] else { return nil }
      // What was just saved is read, whatever its stamp says.
      var new = reader.read(path, before: .nothing)
      if new.issue.good == nil { new.issue.good = old.good }
      changes.append(Change(path: path, old: old, new: new))
    }
    // Where a text would be found that is held back, others may lead to.
    if changes.contains(where: { releases.paths.contains($0.path) && !$0.changesTextAtMost(findings) }) {
      return issues.isHeld ? (readAgain(), .everything) : nil
    }
    let movesNames = changes.contains { $0.movesNames(findings) }
    let onlyTextsDiffer = !movesNames && changes.allSatisfy { $0.changesTextAtMost(findings) }
    guard onlyTextsDiffer || issues.isHeld else { return nil }
    if !movesNames, let next = replacing(changes, onlyTextsDiffer: onlyTextsDiffer) { return next }
    return issues.isHeld ? (reordered(changes), .everything) : nil
  }

  /// The file of an issue that is read anew.
  private struct Change {
    let path: String
    let old: ReadIssue
    let new: IssueFileReader.Result

    /// Whether an issue says nothing but another text. One that became wrong stays as it was.
    func changesTextAtMost(_ findings: EditionFindings) -> Bool {
      guard let issue = new.issue.reading.issue else { return old.good != nil }
      guard let before = old.reading.issue, new.issue.metadata == old.metadata, issue.location == before.location,
        new.issue.reading.silenced == old.reading.silenced
      else { return false }
      return !movesFindings(findings)
    }

    /// Whether what is wrong with its links may stand elsewhere now.
    func movesFindings(_ findings: EditionFindings) -> Bool {
      guard let issue = new.issue.reading.issue, let before = old.reading.issue else { return false }
      return !zip(issue.articles, before.articles).allSatisfy { $0.text.links == $1.text.links }
        && findings.contain(DiagnosticKind.linkKinds, in: path)
    }

    /// Whether something is said of names in the file, which may stand elsewhere in it now.
    func movesNames(_ findings: EditionFindings) -> Bool { findings.contain(DiagnosticKind.nameKinds, in: path) }
  }

  private func isReadable(_ path: String) -> Bool {
    // What HTML holds says whether it is an issue at all.
    issues[path] != nil && TextForm.isMarkdown(path) && FileAccess.kind(folder.path(path)) == .file
  }

  /// What is left when files come or go, or others than those of issues change.
  private func readAgain() -> Edition {
    Edition.read(options, ContentFolder(site: options.site), memory: .edition(self), for: .holding)
  }

  /// The edition with issues in the place of their former readings; `nil` where they stand otherwise to the others.
  private func replacing(_ changes: [Change], onlyTextsDiffer: Bool) -> (Edition, Reach)? {
    var next = self
    let right = changes.compactMap { $0.new.issue.reading.issue }
    if let stored {
      // Whoever builds wants to know of what became wrong, not of what was right before.
      guard right.count == changes.count else { return nil }
      let stored = stored.replacing(right)
      next.stored = stored
      next.site = Lazy { stored.fetched() }
    } else if !right.isEmpty {
      guard right.count <= Edition.mostReplaced, !changes.contains(where: { $0.movesFindings(findings) }),
        let site = site.value?.replacing(right, onlyTextsDiffer: onlyTextsDiffer)
      else { return nil }
      next.site = Lazy(of: site)
    }
    next.take(changes)
    next.changedIssues = Set(changes.map(\.path))
    return (next, onlyTextsDiffer ? .texts(next.changedIssues) : .everything)
  }

  /// More issues than these are put in order with all others.
  private static let mostReplaced = 20

  /// The edition with everything put in order anew.
  private func reordered(_ changes: [Change]) -> Edition {
    var next = self
    next.take(changes)
    guard let before = site.value else { return next }
    let issues = folder.issues.compactMap { next.issues[$0]?.good }
    let check = AttachmentCheck(of: issues, before.materials.standingPages, in: folder) {
      FormerFolders(of: issues, before.materials.settings)
    }
    let (site, problems) = before.reordered(issues, in: folder, reading, attached: check.files)
    next.site = Lazy(of: site)
    next.attachments = check.paths
    let slips =
      UnknownSilence.findings(next.findings.filter.places, in: folder)
      + releases.lateUpdates(issues, in: folder, reading)
    next.findings.replace(
      attachments: check.diagnostics + StrayFiles.findings(in: folder, attached: check.paths) + slips,
      planned: problems)
    return next
  }

  private mutating func take(_ changes: [Change]) {
    let held = releases.paths
    for change in changes {
      issues[change.path] = change.new.issue
      stamps[change.path] = change.new.issue.stamp
      if held.contains(change.path) { continue }
      findings.replace(
        change.old.reading, in: change.path, with: change.new.issue.reading)
    }
  }
}
