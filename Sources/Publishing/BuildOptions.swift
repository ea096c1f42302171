import System

/// What a build is asked to do.
public struct BuildOptions: Sendable {
  /// The folder that holds Content and Templates.
  public var site: String
  /// The folder of the published site.
  public var output: String
  /// Whether drafts are published.
  public var drafts: Bool
  /// How many threads work.
  public var jobs: Int
  /// Whether a warning counts as an error.
  public var strict: Bool
  /// Whether a build may remove more than a tenth of the site.
  public var isForced = false
  /// Whether the published site is compared with one that is built anew.
  public var verifies = false

  /// Whether the time of each page is taken.
  public var isTimed = false
  /// Whether the process ends with this build, so that its memory need not be given back.
  public var isLast = false

  /// A build of the site in a folder, into its Public unless told otherwise.
  public init(site: String, output: String? = nil, drafts: Bool = false, jobs: Int? = nil, strict: Bool = false) {
    self.site = site
    self.output = output ?? site + "/Public"
    self.drafts = drafts
    self.jobs = jobs ?? availableCores
    self.strict = strict
  }
}
