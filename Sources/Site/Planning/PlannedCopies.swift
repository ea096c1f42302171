/// The files that are copied, whole or smaller.
struct PlannedCopies: Sendable {
  /// Files that are published as they are.
  var whole: [CopiedFile] = []
  /// Smaller copies of pictures.
  var resized: [ResizedImage] = []
}
