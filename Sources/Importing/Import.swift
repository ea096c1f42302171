import System

/// Makes a site of a folder that another program published, or of documents.
public enum Import {
  private static var engines: [any Engine.Type] {
    [
      DocusaurusEngine.self, PelicanEngine.self, ZolaEngine.self, HugoEngine.self, JekyllEngine.self, Documents.self,
    ]
  }

  /// Takes a folder over. Nothing in it is changed, and no file in the new site is written over.
  ///
  /// - Parameters:
  ///   - folder: The folder that holds the other site, or documents.
  ///   - site: The folder of the new site; it may be there.
  public static func run(from folder: String, to site: String) throws(EnvironmentError) -> ImportReport {
    guard FileAccess.kind(folder) == .folder else {
      throw EnvironmentError("nothing can be imported", folder, because: "it is no folder")
    }
    if let source = FileAccess.realPath(folder), let target = FileAccess.realPath(site),
      FileAccess.isInside(target, source)
    {
      throw EnvironmentError("nothing can be imported there", site, because: "it lies in the folder that is imported")
    }
    let old = OldSite(folder: folder)
    guard let engine = engines.first(where: { $0.made(old) }) else {
      throw EnvironmentError(
        "nothing can be imported", folder,
        because:
          "it is no site of Jekyll, Hugo, Zola, Pelican or Docusaurus, and has no texts and no documents of Word, HTML or PDF"
      )
    }
    var content = NewContent(site, kind: engine.name)
    try engine.take(old, into: &content)
    return content.report
  }
}
