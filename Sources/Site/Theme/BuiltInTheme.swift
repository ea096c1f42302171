import Coding
import Diagnostics
import Foundation
import Text

/// The theme that is part of the program. A site's own has what it changes; everything else is taken from here, file by
/// file.
public enum BuiltInTheme {
  /// The files, by their paths below the folder of templates.
  public static let files: [(path: String, bytes: Bytes)] = EmbeddedFiles.theme.map { path, text in
    guard path.hasSuffix(base64), let data = Data(base64Encoded: text) else { return (path, Bytes(text.utf8)) }
    return (String(path.dropLast(base64.count)), Bytes(data))
  }

  /// What the names of files that are no text end with where the program has them in it.
  private static let base64 = ".base64"

  /// The folder in which assets lie.
  static let assetFolder = "assets/"

  /// Its templates and words.
  static let sources = files.filter { !$0.path.hasPrefix(assetFolder) }.map {
    SourceFile(path: place + $0.path, bytes: $0.bytes)
  }

  /// What messages call its folder, since no site has it.
  private static let place = "the program's own " + Theme.folder

  /// The path of a file of either theme below its folder.
  static func name(of source: SourceFile) -> String {
    String(source.path.dropFirst(isOwn(source) ? place.count : Theme.folder.count))
  }

  /// Whether a file is the program's own.
  static func isOwn(_ source: SourceFile) -> Bool { source.path.hasPrefix(place) }

  /// The assets that a site's pages need and its theme does not have, by their paths below `assets/`: those that templates
  /// name, and the fonts, which style sheets name.
  static func assets(
    namedIn templates: [SourceFile], besides own: [String: Fingerprint], withFonts: Bool
  ) -> [(path: String, bytes: Bytes)] {
    files.filter { $0.path.hasPrefix(assetFolder) }.compactMap { file in
      let name = String(file.path.dropFirst(assetFolder.count))
      if own[name] != nil { return nil }
      let isNeeded =
        name.hasPrefix(fontFolder)
        ? withFonts : templates.contains { $0.bytes.firstOffset(of: Bytes(name.utf8)) != nil }
      return isNeeded ? (name, file.bytes) : nil
    }
  }

  /// The folder below `assets/` in which the fonts lie, with their licence.
  private static let fontFolder = "fonts/"
}
