import Bulletins
import Coding
import Diagnostics
import Text

extension BuildReport {
  /// Writes what a build that finds nothing changed has to say again.
  ///
  /// - Parameter keep: Takes the parts of what is written, one after the other.
  func write<Failure>(in keep: (Bytes) throws(Failure) -> Void) throws(Failure) {
    var writer = BinaryWriter()
    for number in [issues, pages, feeds, kept + written.count] { writer.put(number) }
    writer.put(strangers)
    writer.put(held) { $0.write(to: &$1) }
    writer.put(nextBuild.map { String($0.daysSince1970) })
    try writer.put(diagnostics, in: keep) { $0.write(to: &$1) }
    writer.put(leftOut) { file, writer in
      writer.put(file.path)
      writer.put(file.keepsPage)
      writer.put(file.lostImages)
    }
    try keep(writer.bytes)
  }

  /// The report of a build that changed nothing; `nil` for other bytes.
  init?(unchanged bytes: Bytes) {
    var reader = BinaryReader(bytes)
    let (issues, pages, feeds, kept) = (reader.int(), reader.int(), reader.int(), reader.int())
    let strangers = reader.texts()
    let held = reader.list { HeldText(from: &$0) }
    let nextBuild = reader.optionalText().flatMap { Int($0) }.flatMap { PublicationDate(daysSince1970: $0) }
    let diagnostics = reader.list { Diagnostic(from: &$0) }
    let leftOut = reader.list { LeftOutFile(path: $0.text(), keepsPage: $0.bool(), lostImages: $0.int()) }
    guard reader.isComplete, held.allSatisfy({ $0 != nil }) else { return nil }
    self.init(diagnostics: diagnostics)
    (self.issues, self.pages, self.feeds, self.kept, self.strangers) = (issues, pages, feeds, kept, strangers)
    self.leftOut = leftOut
    (self.held, self.nextBuild) = (held.compactMap { $0 }, nextBuild)
  }
}

extension HeldText {
  fileprivate func write(to writer: inout BinaryWriter) {
    writer.put(path)
    writer.put(title)
    writer.put(place?.parts ?? [])
    switch reason {
    case .draft: writer.put(0)
    case .scheduled(let day): for number in [1, day.daysSince1970] { writer.put(number) }
    case .expired(let day): for number in [2, day.daysSince1970] { writer.put(number) }
    }
  }

  fileprivate init?(from reader: inout BinaryReader) {
    let (path, title, place) = (reader.text(), reader.optionalText(), HeldText.Place(parts: reader.texts()))
    let reason: Withholding
    let kind = reader.int(in: 0...2)
    if kind == 0 {
      reason = .draft
    } else if let day = PublicationDate(daysSince1970: reader.int()) {
      reason = kind == 1 ? .scheduled(day) : .expired(day)
    } else {
      return nil
    }
    self.init(path: path, title: title, reason: reason, place: place)
  }
}
