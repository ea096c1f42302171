import Templating

extension ContextSchema {
  /// Every variable that a page of the site may read, with the strings of a theme as `t`.
  public static func site(strings: Shape) -> ContextSchema {
    ContextSchema(
      ContextVariables(SharedContext.variables(strings: strings)).declarations,
      own: PageKinds.all.flatMap { $0.templates }.sorted { $0.page < $1.page })
  }
}
