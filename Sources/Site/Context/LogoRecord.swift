import Templating

/// The picture in the nameplate.
struct LogoRecord: RecordSubject {
  let logo: SiteLook.Logo
  let settings: SiteSettings
  let images: ShownImages

  static let recordType = RecordType<LogoRecord>(
    "a logo",
    [
      .init("url", .scalar, "The address.") { Value($0.address(of: $0.logo.light)) },
      .init("dark_url", .scalar, "The address of the picture for dark paper, or none.") { logo in
        logo.logo.dark.map { Value(logo.address(of: $0)) } ?? .none
      },
      .init("width", .scalar, "The width in pixels, or none.") { record in
        record.size.map { .int($0.width) } ?? .none
      },
      .init("height", .scalar, "The height in pixels, or none.") { record in
        record.size.map { .int($0.height) } ?? .none
      },
    ])

  private var size: ImageSize? { images.sizeOfSiteFile(SiteLook.path(of: logo.light) ?? "") }

  private func address(of written: String) -> String {
    SiteLook.path(of: written).map { settings.root + $0 } ?? written
  }
}
