import Bulletins
import Text

extension FormerAddress {
  /// Where a page would lie that sends readers on, below the site's root; `nil` where none can: no server looks at a query
  /// to find a file, and who asks for a picture wants no page.
  var page: String? {
    if query != nil { return nil }
    if path.isEmpty || path.utf8.last == UInt8(ascii: "/") { return path }
    let name = path.utf8.split(separator: UInt8(ascii: "/")).last ?? path.utf8[...]
    guard let point = name.lastIndex(of: UInt8(ascii: ".")) else { return path + "/" }
    let ending = String(Substring(name[name.index(after: point)...])).lowercased()
    if FormerAddress.pageEndings.contains(ending) { return path }
    // What is called `v1.2` is a folder: a server would send a bare file of that name as a download.
    return FormerAddress.otherEndings.contains(ending) ? nil : path + "/"
  }

  /// What the names of pages end in.
  private static let pageEndings: Set<String> = [
    "html", "htm", "xhtml", "shtml", "php", "asp", "aspx", "jsp", "cgi", "cfm", "do",
  ]

  /// What the names of files end in that are no pages.
  private static let otherEndings: Set<String> = [
    "7z", "atom", "avi", "avif", "bmp", "bz2", "css", "csv", "doc", "docx", "epub", "gif", "gz", "ico", "ics", "jpeg",
    "jpg", "js", "json", "m4a", "md", "mobi", "mov", "mp3", "mp4", "odp", "ods", "odt", "ogg", "pdf", "png", "ppt",
    "pptx", "ps", "rar", "rdf", "rss", "rtf", "svg", "tar", "tif", "tiff", "tsv", "txt", "wav", "webm", "webp", "xls",
    "xlsx", "xml", "zip",
  ]
}
