extension KnownTag {
  /// Pictures with words below.
  static let figures = [
    KnownTag(["figure", "fig", "image", "img", "picture"]) { tag in
      guard !tag.isClosing,
        let source = tag["src", "url", "image_path", "path", "file"] ?? tag.pictures.first ?? tag.positional(0),
        !source.isEmpty, !source.contains("{")
      else { return nil }
      return figure(tag, source)
    },
    // Around several pictures.
    KnownTag(["gallery"]) { tag in
      guard tag.form == .shortcode, tag.arguments.allSatisfy({ $0.name == "caption" }) else { return nil }
      guard let caption = tag["caption"].nonEmpty else { return .nothing }
      return .markup([.tag("<p>")] + TagMeaning.pieces(ofPassage: caption) + [.tag("</p>")])
    },
  ]

  /// What a shortcode of a site's own shows that names the file of a picture; `nil` for others.
  ///
  /// - Parameter isAlone: Whether nothing else stands on its lines: within others, a tag may print an address.
  static func picture(of tag: EngineTag, isAlone: Bool) -> TagMeaning? {
    if tag.isClosing { return nil }
    if tag.form == .shortcode, let source = tag["src"], EngineTag.isPicture(source) { return figure(tag, source) }
    if tag.form == .statement, tag.name.utf8.starts(with: "include".utf8) { return includedPicture(tag) }
    // `{% photo "crane.png", "A crane" %}` of Eleventy.
    guard tag.form == .statement, isAlone || showsPicture(tag.name), !orders.contains(tag.name),
      let source = tag.positional(0),
      EngineTag.isPicture(source)
    else { return nil }
    return figure(tag, source)
  }

  /// What an include of a site's own shows that is given nothing but a picture and its words, where its file is not there:
  /// `{% include plate.html image="crane.png" caption="A crane" %}`.
  private static func includedPicture(_ tag: EngineTag) -> TagMeaning? {
    guard let source = tag["src", "image", "image_path", "img", "path", "file", "url"], EngineTag.isPicture(source),
      !source.contains("{")
    else { return nil }
    let hasOther = tag.arguments.contains { argument in
      guard let name = argument.name else { return false }
      return !shown.contains(name) && argument.value != source && argument.value.contains(" ")
    }
    return hasOther ? nil : figure(tag, source)
  }

  /// What a figure shows of what it is given.
  private static let shown: Set<String> = [
    "alt", "alt_text", "image_alt", "title", "caption", "description", "link", "href", "width", "height", "class",
    "attr",
    "attrlink", "style", "sizes",
  ]

  /// Whether a tag is called as what shows pictures, so that it does also within lines: `{% image_with_class … %}`.
  private static func showsPicture(_ name: String) -> Bool {
    let name = name.lowercased()
    return ["image", "picture", "photo", "figure"].contains { name.contains($0) }
      && !["url", "path", "link", "src"].contains { name.contains($0) }
  }

  /// Tags that do something with what stands behind their names.
  private static let orders: Set<String> = [
    "include", "include_cached", "include_relative", "render", "assign", "set", "if", "elsif", "unless", "for", "case",
    "when", "capture", "link", "post_url", "asset_path", "asset_link",
  ]

  /// What `{% asset_img crane.png %}` and its like of Hexo stand for.
  ///
  /// - Parameter folder: The folder in which the files of the text lie.
  static func asset(of tag: EngineTag, in folder: String) -> TagMeaning? {
    switch tag.name {
    case "asset_img": tag.pictures.first.map { figure(tag, folder + "/" + $0) }
    case "asset_path": tag.positional(0).map { .text(folder + "/" + $0) }
    case "asset_link":
      tag.positional(0).map { file in
        .link(folder + "/" + file, tag.arguments.dropFirst().map(\.value).joined(separator: " ").nonEmpty ?? file)
      }
    default: nil
    }
  }

  private static func figure(_ tag: EngineTag, _ source: String) -> TagMeaning {
    let (title, caption) = (tag["title"].nonEmpty, tag["caption"].nonEmpty ?? tag["description"].nonEmpty)
    let passage = caption.map { TagMeaning.pieces(ofPassage: $0) }
    let words = tag["alt", "alt_text", "image_alt"] ?? passage?.words ?? title ?? tag.wordsBehindPicture
    let image = TagMeaning.tag(
      "img",
      // What makes Markdown of other texts puts backslashes before low lines there, too.
      [
        "src": source.replacing("\\_", with: "_"), "alt": words, "width": tag["width"].number,
        "height": tag["height"].number,
      ], isVoid: true)
    let address = tag["link", "href"].nonEmpty
    let linked = address.map { [TagMeaning.tag("a", ["href": $0]), image, .tag("</a>")] } ?? [image]
    let credit = tag["attr"].nonEmpty
    guard title != nil || caption != nil || credit != nil else {
      return .markup([TagMeaning.tag("figure", ["class": tag["class"].nonEmpty])] + linked + [.tag("</figure>")])
    }
    var below: [TagMeaning.Piece] = []
    if let title { below += [.tag("<strong>"), .text(title), .tag("</strong>")] }
    if let passage { below += (below.isEmpty ? [] : [.text(" ")]) + passage }
    if let credit {
      if !below.isEmpty { below.append(.text(" ")) }
      let link = tag["attrlink"].nonEmpty
      below += link.map { [TagMeaning.tag("a", ["href": $0]), .text(credit), .tag("</a>")] } ?? [.text(credit)]
    }
    return .markup(
      [TagMeaning.tag("figure", ["class": tag["class"].nonEmpty])] + linked + [.tag("<figcaption>")] + below
        + [.tag("</figcaption>"), .tag("</figure>")])
  }
}

extension EngineTag {
  /// The files of pictures among the words without a name, before which classes may stand.
  fileprivate var pictures: [String] {
    arguments.filter { $0.name == nil && EngineTag.isPicture($0.value) }.map(\.value)
  }

  /// The last of the words without a name that stand behind the picture, and are neither another nor a size.
  fileprivate var wordsBehindPicture: String {
    let words = arguments.filter { $0.name == nil }.map(\.value)
    guard let picture = words.firstIndex(where: EngineTag.isPicture) else { return "" }
    func isSize(_ word: String) -> Bool {
      let unit = ["px", "vw", "%"].first { word.hasSuffix($0) } ?? ""
      return word.dropLast(unit.count).utf8.allSatisfy(\.isASCIIDigit)
    }
    return words[(picture + 1)...].last { !EngineTag.isPicture($0) && !isSize($0) } ?? ""
  }

  static func isPicture(_ file: String) -> Bool {
    String(file.prefix { $0 != "?" && $0 != "#" }).namesPicture
  }
}

extension String {
  /// The text, where it has anything in it.
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}

extension Optional where Wrapped == String {
  /// The text, where it has anything in it.
  fileprivate var nonEmpty: String? { flatMap { $0.isEmpty ? nil : $0 } }

  /// A number of pixels, as HTML has it.
  fileprivate var number: String? {
    flatMap { text in
      let digits = text.hasSuffix("px") ? String(text.dropLast(2)) : text
      return !digits.isEmpty && digits.utf8.allSatisfy(\.isASCIIDigit) ? digits : nil
    }
  }
}
