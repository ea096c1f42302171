import Coding
import Diagnostics
import Text

/// The theme that is part of the program. A site's own has what it changes; everything else is taken from here, file by
/// file.
public enum BuiltInTheme {
  /// The files, by their paths below the folder of templates.
  public static var files: [(path: String, text: String)] { EmbeddedFiles.theme }

  /// The folder in which assets lie.
  static let assetFolder = "assets/"

  /// Its templates and words.
  static let sources = files.filter { !$0.path.hasPrefix(assetFolder) }.map {
    SourceFile(path: place + $0.path, bytes: Bytes($0.text.utf8))
  }

  /// What messages call its folder, since no site has it.
  private static let place = "the program's own " + Theme.folder

  /// The path of a file of either theme below its folder.
  static func name(of source: SourceFile) -> String {
    String(source.path.dropFirst(isOwn(source) ? place.count : Theme.folder.count))
  }

  /// Whether a file is the program's own.
  static func isOwn(_ source: SourceFile) -> Bool { source.path.hasPrefix(place) }

  /// The assets that templates name and a site's theme does not have, by their paths below `assets/`.
  static func assets(namedIn templates: [SourceFile], besides own: [String: Fingerprint]) -> [(
    path: String, bytes: Bytes
  )] {
    files.filter { $0.path.hasPrefix(assetFolder) }.compactMap { file in
      let name = String(file.path.dropFirst(assetFolder.count))
      guard own[name] == nil, templates.contains(where: { $0.bytes.firstOffset(of: Bytes(name.utf8)) != nil }) else {
        return nil
      }
      return (name, Bytes(file.text.utf8))
    }
  }
}
