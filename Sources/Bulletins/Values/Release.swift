import Coding

/// When a text may be out, as its file says.
public struct Release: Sendable, Equatable {
  /// Whether the text is unfinished: `draft: true`, `published: false`, `status: draft`, or a file below `_drafts/`.
  public var isDraft = false
  /// The first day on which it may be out; the day of publication unless `publish_date:` names another.
  public var start: PublicationDate?
  /// The first day on which it may be out no more.
  public var end: PublicationDate?

  /// A text that may be out at any time, unless told otherwise.
  public init(isDraft: Bool = false, start: PublicationDate? = nil, end: PublicationDate? = nil) {
    self.isDraft = isDraft
    self.start = start
    self.end = end
  }

  /// Whether a file lies below a folder for drafts, as Jekyll names it; in any case, as disks of other machines have it.
  static func isBelowDrafts(_ path: String) -> Bool {
    path.utf8.split(separator: UInt8(ascii: "/")).dropLast().contains { folder in
      folder.first == UInt8(ascii: "_") && ["_drafts", "_draft"].contains(Substring(folder).lowercased())
    }
  }
}

extension Release {
  func write(to writer: inout BinaryWriter) {
    writer.put(isDraft)
    for day in [start, end] {
      writer.put(day != nil)
      day?.write(to: &writer)
    }
  }

  init(from reader: inout BinaryReader) {
    let isDraft = reader.bool()
    func day() -> PublicationDate? { reader.bool() ? PublicationDate(from: &reader) : nil }
    self.init(isDraft: isDraft, start: day(), end: day())
  }
}

/// Why a text is held back.
public enum Withholding: Sendable, Equatable {
  /// It is unfinished.
  case draft
  /// Its day is still to come.
  case scheduled(PublicationDate)
  /// Its last day is over.
  case expired(PublicationDate)

  /// The word for it that a build, a preview and machines use.
  public var name: String {
    switch self {
    case .draft: "draft"
    case .scheduled: "scheduled"
    case .expired: "expired"
    }
  }
}

/// What may be out on a day.
public struct ReleasePolicy: Sendable, Equatable {
  /// The day that it is where the site is at home.
  public let today: PublicationDate
  /// Which texts are let out although they are held back by themselves.
  public let exceptions: Exceptions

  /// Texts that are let out on purpose.
  public struct Exceptions: OptionSet, Sendable, Hashable {
    /// The bits.
    public let rawValue: Int

    /// Exceptions from their bits.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Unfinished texts.
    public static let drafts = Exceptions(rawValue: 1)
    /// Texts of days to come.
    public static let future = Exceptions(rawValue: 2)
    /// Texts whose last day is over.
    public static let expired = Exceptions(rawValue: 4)
  }

  /// What may be out on a day, with exceptions.
  public init(today: PublicationDate, exceptions: Exceptions = []) {
    self.today = today
    self.exceptions = exceptions
  }

  /// Why a text is held back on that day; `nil` where it may be out.
  public func withholding(of release: Release) -> Withholding? {
    if release.isDraft, !exceptions.contains(.drafts) { return .draft }
    if let start = release.start, start > today, !exceptions.contains(.future) { return .scheduled(start) }
    if let end = release.end, end <= today, !exceptions.contains(.expired) { return .expired(end) }
    return nil
  }

  /// The next day on which another answer may be given for a text; `nil` where it stays.
  public func nextChange(of release: Release) -> PublicationDate? {
    if release.isDraft, !exceptions.contains(.drafts) { return nil }
    let days = [
      exceptions.contains(.future) ? nil : release.start, exceptions.contains(.expired) ? nil : release.end,
    ]
    return days.compactMap { $0 }.filter { $0 > today }.min()
  }
}
