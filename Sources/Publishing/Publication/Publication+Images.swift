import Coding
import Diagnostics
import Site
import System
import Text

extension Publication {
  /// The pictures that other programs make, and what is wrong with them.
  func pictures(
    _ site: PlannedSite, _ pages: ReachedPages, _ files: FileStaging
  ) throws(EnvironmentError) -> (made: [MadeFile], findings: [Diagnostic]) {
    let resized = try resizedImages(site, pages, files)
    let cards = try cards(of: site, pages, files)
    return (resized.made + cards.made, resized.findings + cards.findings)
  }

  /// Whether a list of pictures is that of the whole site, which has none of a kind.
  func makesNo(_ pictures: some Collection) -> Bool { patched == nil && pictures.isEmpty }

  /// The smaller copies of pictures, made where something that they are made of is another, and what is wrong with
  /// pictures.
  private func resizedImages(
    _ site: PlannedSite, _ pages: ReachedPages, _ files: FileStaging
  ) throws(EnvironmentError) -> (made: [MadeFile], findings: [Diagnostic]) {
    if options.isForced || makesNo(pages.resized) { KeptFolder.images(of: options.site).remove() }
    if pages.resized.isEmpty { return ([], []) }
    let scaler = try ImageScaler.installed()
    let cache = ImageCache(site: options.site)
    let making = try ImageMaking(site: options.site, scaler, cache)
    let images = edition.folder.images
    progress.begin(.scaling, pages.resized.count)
    let outcomes = concurrently(pages.resized.count, jobs: options.jobs) { [progress, options] number in
      defer { progress.step() }
      let image = pages.resized[number]
      return Result { () throws(EnvironmentError) in
        // What the page says of it is wrong when it is another one by now.
        guard images.digest(of: image.source) == image.digest else { throw image.changed }
        return try files.copy(image, madeBy: scaler, making, isAnew: options.isForced)
      }
    }
    var made: [MadeFile] = []
    var damaged: [String] = []
    for (image, outcome) in zip(pages.resized, outcomes) {
      let file = try outcome.get()
      made.append(file)
      if file.output?.dependencies == image.dependencies(scaler, isDamaged: true) { damaged.append(image.source) }
    }
    cache.prune(keeping: images.keep(), site.materials.settings.imageWidths, scaler.identity)
    return (made, Set(damaged).sorted().map { Diagnostic.damagedImage($0) })
  }
}

extension FileStaging {
  /// A smaller copy of a picture, staged where the published one is not made of the same.
  ///
  /// - Parameter isAnew: Whether it is made whatever the published one is made of.
  fileprivate func copy(
    _ image: ResizedImage, madeBy scaler: ImageScaler, _ making: ImageMaking, isAnew: Bool
  ) throws(EnvironmentError) -> MadeFile {
    let path = image.path.file
    if !isAnew, let output = known[path],
      [false, true].contains(where: { output.dependencies == image.dependencies(scaler, isDamaged: $0) }),
      let kept = kept(path)
    {
      return kept
    }
    let (bytes, isDamaged) = try making.copy(of: image)
    return try stage(
      OutputFile(path: path, bytes: bytes), .copy, dependencies: image.dependencies(scaler, isDamaged: isDamaged),
      reason: image.source)
  }
}

extension ResizedImage {
  /// The digest of everything that the copy is made of.
  fileprivate func dependencies(_ scaler: ImageScaler, isDamaged: Bool) -> Bytes {
    var writer = BinaryWriter()
    writer.put(digest)
    writer.put(width)
    writer.put(scaler.identity)
    writer.put(isDamaged)
    return writer.fingerprint.bytes
  }
}

extension Diagnostic {
  fileprivate static func damagedImage(_ path: String) -> Diagnostic {
    Diagnostic(
      .damagedImage, "this picture can't be read, so that it has no smaller copies", in: path,
      help: "open it in a program for pictures, and save it anew")
  }
}

extension DiagnosticKind {
  static let damagedImage = DiagnosticKind(
    "damaged-image", .warning,
    "`image_widths:` asks for smaller copies of a picture, and libvips can't read it: it is damaged, or cut off. Readers get the file as it is, and may see nothing or a part of it."
  )
}
