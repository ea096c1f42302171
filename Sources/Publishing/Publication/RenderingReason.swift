import Site
import Templating
import Text

/// Says why pages are made, for those who ask `why`.
enum RenderingReason {
  /// Why a page is made: it is new, or what of the things it reads is not as it was.
  static func of(
    _ page: Page, _ dependencies: Bytes, _ earlier: Store.Output?, _ templates: Templates
  ) -> String {
    guard let earlier else { return "new" }
    if earlier.dependencies == dependencies { return "the published file is not as it was written" }
    let parts = templates.dependencies(of: page.template)?.parts ?? []
    let (old, new) = (earlier.dependencies, dependencies)
    // Three fingerprints of sixteen bytes, then the parts of the context.
    let names = ["the address of the site", "the templates", "the assets"]
    for (index, name) in names.enumerated()
    where old.dropFirst(16 * index).prefix(16) != new.dropFirst(16 * index).prefix(16) {
      return name
    }
    let width = TemplateDependencies.digestSize
    guard old.count == new.count, new.count == 48 + width * parts.count else { return "the templates" }
    let changed = parts.indices.filter { index in
      let place = (48 + width * index)..<(48 + width * (index + 1))
      return old[place] != new[place]
    }
    return changed.map { parts[$0].name }.joined(separator: ", ")
  }
}
