extension Build {
  /// The report of a build after its published files were repaired and compared, where that is asked.
  static func proved(
    _ report: BuildReport, _ open: OpenStore, _ options: BuildOptions, _ progress: Progress,
    _ notice: @escaping (String) -> Void
  ) throws -> BuildReport {
    // What stays from an earlier build can't be made anew.
    guard report.isPublished, report.leftOut.isEmpty else { return report }
    var report = report
    if options.repairs {
      // A store that knows nothing trusts no stamp: each file is compared with what is made, pictures with new ones.
      KeptFolder.images(of: options.site).remove()
      KeptFolder.cards(of: options.site).remove()
      let anew = try open.remade().use { try published(options, $0, nil, progress, notice) }
      report.repaired = (anew.written + anew.removed).sorted()
    }
    guard options.verifies else { return report }
    let known = (try? open.use { (store) throws(StoreDamage) in try store.outputs() }) ?? [:]
    return CleanComparison.checked(report, known, options, progress)
  }
}
