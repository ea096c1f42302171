import Importing

extension Command {
  static let importing = Command(
    name: "import", otherNames: ["migrate", "convert"],
    summary: "Make a site of another program's, or of documents.",
    operands: "FROM TO", operandCount: 2...2,
    options: [.site],
    discussion: """
      Takes over a folder of Jekyll, Hugo, Zola, Pelican or Docusaurus: settings, texts, files, former addresses, and
      authors' data as people.yaml. A folder of Word documents, HTML pages (both by Pandoc) or PDF files (by Poppler)
      becomes issues. Says file by file what it was not sure of; nothing is guessed. FROM is only read, and no file in TO
      is written over. With --site, both lie in that folder. Then look at it with `bulletin build --site TO`.
      """
  ) { invocation, terminal in
    let place = invocation[.site].map { folder($0) + "/" } ?? ""
    let (source, target) = (
      folder(invocation.operands[0]).below(place), folder(invocation.operands[1]).below(place)
    )
    let report = try Import.run(from: source, to: target)
    var lines = ""
    for doubt in report.doubts { lines += "\(doubt.file): \(doubt.message)\n" }
    terminal.print(
      lines + "\(counted(report.written.count, "file")) written from \(report.kind), "
        + "\(counted(report.doubts.count, "thing")) to look at\n")
    return .done
  }
}

extension String {
  /// A path that counts from a folder; one that counts from the root of the disk stays.
  fileprivate func below(_ folder: String) -> String { hasPrefix("/") ? self : folder + self }
}
