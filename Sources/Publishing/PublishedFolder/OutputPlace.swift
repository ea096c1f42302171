import System

/// Where a site may be written.
enum OutputPlace {
  /// Refuses a folder that is, holds, or lies in what the site is made of.
  static func check(_ output: String, of site: String) throws(EnvironmentError) {
    let own = site + "/.bulletin"
    if FileAccess.isLink(own), !FileAccess.isInside(FileAccess.wholePath(own), FileAccess.wholePath(site)) {
      throw EnvironmentError(
        "the site can't be built", own, because: "it is a symbolic link out of the site; remove it, or link to the site"
      )
    }
    let whole = FileAccess.wholePath(output)
    for source in ["Content", "Templates", ".bulletin", ".git"] {
      let place = FileAccess.wholePath(site + "/" + source)
      if FileAccess.isInside(whole, place) || FileAccess.isInside(place, whole) {
        throw EnvironmentError(
          "the site can't be written there", output, because: "it would be mixed with the site's own \(source)")
      }
    }
    if FileAccess.isInside(FileAccess.wholePath(site), whole) {
      throw EnvironmentError("the site can't be written there", output, because: "the site's sources lie in it")
    }
  }
}
