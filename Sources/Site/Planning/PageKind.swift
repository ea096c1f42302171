import Templating

/// A kind of page: its templates with what they read, and which pages a site has of it. All of that stands in one file.
protocol PageKind: SendableMetatype {
  /// The templates that make its pages, with the variables that only these have.
  static var templates: [ContextSchema.Page] { get }

  /// Adds its pages to a plan.
  static func addPages(to plan: inout PlanBuilder)
}
