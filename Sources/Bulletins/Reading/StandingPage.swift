import Diagnostics

/// A page that is no issue: about, imprint, privacy.
public struct StandingPage: Sendable {
  /// The path of the file, relative to the folder of content.
  public let path: String
  /// The BCP 47 tag of its language.
  public let language: String
  /// The title as plain text.
  public let title: String
  /// A sentence for search engines.
  public let summary: String?
  /// What is known of its text.
  public let text: TextOutline
  /// Addresses under which the page was found before.
  public let formerAddresses: [WrittenFormerAddress]
  /// The address below the language's root: `about`.
  public let address: String
  /// When it may be out.
  public let release: Release
  /// The day of its last change, if it says so.
  public let modified: PublicationDate?
  /// The template that makes it in the place of the usual one, and where the page says so.
  public let template: (name: String, location: Location)?
  /// The files that its text took in, or looked for in vain.
  public let uses: [UsedFile]
}
