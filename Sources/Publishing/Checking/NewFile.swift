import System

/// A file of a site that somebody asks for.
public enum NewFile {
  /// Writes a file below Content that is not there yet.
  ///
  /// - Parameters:
  ///   - path: Relative to the site.
  ///   - site: The folder of the site.
  public static func write(_ bytes: [UInt8], to path: String, in site: String) throws(EnvironmentError) {
    try FileAccess.writeNew(bytes, to: site + "/" + path, below: site + "/Content")
  }
}
