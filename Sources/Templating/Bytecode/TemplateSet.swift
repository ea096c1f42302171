import Diagnostics

/// The compiled templates of a set, with what all renderings of them share.
final class TemplateSet: Sendable {
  let programs: [String: TemplateProgram]
  /// The mistakes of templates that can't be used.
  let broken: [String: [Diagnostic]]
  let library: Library
  let undefined: UndefinedRule

  init(
    programs: [String: TemplateProgram], broken: [String: [Diagnostic]], library: Library, undefined: UndefinedRule
  ) {
    self.programs = programs
    self.broken = broken
    self.library = library
    self.undefined = undefined
  }
}
