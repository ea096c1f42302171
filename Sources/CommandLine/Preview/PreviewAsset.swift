import Preview
import Text

/// A style sheet or script of the preview's own.
struct PreviewAsset: Sendable {
  let bytes: Bytes
  let mediaType: String

  private init(file name: String) {
    let file = EmbeddedFiles.preview.first { $0.path == name }
    bytes = Bytes((file?.text ?? "").utf8)
    mediaType = MediaType.of(name)
  }

  /// What panels have in them.
  static let panelStyle = PreviewAsset(file: "panel.css")

  /// What browsers ask for, by its address.
  static let served = [
    "/.preview/script.js": PreviewAsset(file: "panel.js"),
    "/.preview/list.js": PreviewAsset(file: "list.js"),
    "/.preview/page.css": PreviewAsset(file: "page.css"),
  ]
}
