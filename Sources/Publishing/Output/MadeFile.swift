import Coding
import Text

/// A file of the site as a build leaves it.
struct MadeFile: Sendable {
  private(set) var file: PublishedFolder.Staged
  /// The digest of its bytes.
  let digest: Fingerprint
  /// Why it was written last.
  let reason: String
  /// Whether it was made now, and not only found to be right.
  let isMade: Bool
  /// Whether the store is to be told of it.
  var isNews = false
  /// How long it took, where somebody asked.
  var took: Took?
  private var known: Known

  /// A time, and the template that it was for. A class, because few builds are timed, and each has a hundred thousand files.
  final class Took: Sendable {
    let template: String
    let time: Duration

    init(_ time: Duration, template: String) {
      self.time = time
      self.template = template
    }
  }

  /// What the store knows of the file, or is to know.
  private enum Known {
    indirect case held(Store.Output)
    case aside(Spool.Aside)
  }

  init(file: PublishedFolder.Staged, output: Store.Output, isMade: Bool, isNews: Bool = false) {
    self.file = file
    digest = output.digest
    reason = output.reason
    self.isMade = isMade
    self.isNews = isNews
    known = .held(output)
  }

  /// All that the store is to know of it; `nil` where that waited elsewhere and is lost.
  var output: Store.Output? {
    switch known {
    case .held(let output): output
    case .aside(let aside): aside.bytes.flatMap { Store.Output(aside: $0, digest: digest, reason: reason) }
    }
  }

  /// Puts what is for the store alone where it needs no memory until the store is told: of a hundred thousand files it is
  /// larger than all else that is known of them.
  mutating func layOutputAside(in texts: TextStore) {
    guard case .held(let output) = known, let aside = texts.lay(aside: output.aside) else { return }
    known = .aside(aside)
    file.stamp = []
  }
}

extension Store.Output {
  /// All but the digest and the reason.
  fileprivate var aside: Bytes {
    var writer = BinaryWriter()
    writer.put(dependencies)
    writer.put(stamp)
    writer.put(texts)
    writer.put(subject)
    writer.put(isCertain)
    return writer.bytes
  }

  fileprivate init?(aside bytes: Bytes, digest: Fingerprint, reason: String) {
    var reader = BinaryReader(bytes)
    self.init(
      dependencies: reader.data(), digest: digest, stamp: reader.data(), texts: reader.texts(),
      subject: reader.text(), reason: reason, isCertain: reader.bool())
    guard reader.isComplete else { return nil }
  }
}
