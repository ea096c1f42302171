import Site

extension Publication {
  /// What the build reads, with the stamps that the files had when they were read.
  func record(of site: PlannedSite) -> InputRecord {
    if let patched {
      var inputs = patched.inputs
      inputs.set(stamps: edition.stamps)
      return inputs
    }
    var inputs = InputRecord(
      options, edition.folder, attachments: edition.attachments, stamps: edition.stamps,
      validity: edition.releases.validity)
    inputs.attached = site.materials.files.attached
    inputs.hasMadePictures = !site.plan.resized.isEmpty || !site.plan.cards.isEmpty
    return inputs
  }
}
