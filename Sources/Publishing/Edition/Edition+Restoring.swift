import Bulletins
import Diagnostics
import Site
import Text

extension Edition {
  /// The edition that a build left in its store, fetched from there when somebody asks; `nil` where issues are read in
  /// another way now.
  ///
  /// - Parameters:
  ///   - shared: What `site.yaml` says now.
  ///   - findings: What the build said.
  ///   - held: The texts that it held back.
  ///   - attached: What it knew of the files beside texts.
  static func restored(
    _ options: BuildOptions, _ shared: SharedSources, _ store: Store, digest: Bytes,
    findings: [Diagnostic], held: [HeldText], attached: AttachedFiles
  ) -> Edition? {
    guard (try? store.isRead(as: IssueFileReader.key(of: shared.reading))) == true else { return nil }
    let stored = StoredSite(
      options: options, shared: shared, store: store, held: held, attached: attached)
    return Edition(
      options: options, folder: shared.files.folder, reading: shared.reading, issues: IssueTable(in: store),
      site: Lazy { stored.fetched() }, findings: EditionFindings(restored: findings, shared.filter),
      releases: Releases(options, timeZone: shared.settings?.timeZone, held: held), attachments: [],
      texts: TextStore(of: shared.files.folder.sources, reading: shared.reading), stamps: [:], digest: digest,
      stored: stored)
  }
}
