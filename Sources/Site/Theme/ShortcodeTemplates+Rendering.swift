import Bulletins
import Templating
import Text

extension ShortcodeTemplates {
  /// What the template of a shortcode can read.
  static let schema = ContextSchema([
    Shape.Field("args", .any, "What the tag gives: by name, as `args.src`, or by place, as `args[0]`."),
    Shape.Field("inner", .scalar, "What stands between the tag and its end, as HTML; none where there is no end."),
    Shape.Field("inner_text", .scalar, "The same as it was typed."),
    Shape.Field("name", .scalar, "The name of the shortcode."),
    Shape.Field(
      "page", .any, "What the text says of itself: its `title`, `date`, `language` and `path`, and its own keys."),
    Shape.Field("site", .any, "The site's `title`, its `url` and its `root`, the path under which it lies."),
  ])

  /// What a template makes of a use of its shortcode.
  static func rendered(_ call: Call, _ templates: Templates, site: Value) throws(Failure) -> Bytes {
    let name = "shortcodes/\(call.name).html"
    var html = Bytes()
    do throws(Templating.Failure) {
      try templates.render(name, context(of: call, site: site), to: &html)
    } catch {
      throw Failure(error.diagnostic(in: Theme.folder + name))
    }
    while let last = html.last, last.isASCIISpace { html.removeLast() }
    return html
  }

  private static func context(of call: Call, site: Value) -> [Symbol: Value] {
    var arguments = ValueMap()
    var place = 0
    for argument in call.arguments {
      if let name = argument.name {
        arguments[name] = Value(argument.value)
      } else {
        arguments[Value.int(place)] = Value(argument.value)
        place += 1
      }
    }
    return [
      Symbol("args"): .map(arguments), Symbol("inner"): call.inner.map { .safe($0) } ?? .none,
      Symbol("inner_text"): Value(call.innerText), Symbol("name"): Value(call.name),
      Symbol("page"): Value.extra(call.page), Symbol("site"): site,
    ]
  }
}
