import Bulletins
import System

/// What a build is asked to do.
public struct BuildOptions: Sendable {
  /// The folder that holds Content and Templates.
  public var site: String
  /// The folder of the published site.
  public var output: String
  /// Which texts are published although they are held back by themselves.
  public var exceptions: ReleasePolicy.Exceptions
  /// The time that it is, in seconds since 1970; it decides which texts are due.
  public var now: Int
  /// How many threads work.
  public var jobs: Int
  /// Whether a warning counts as an error.
  public var strict: Bool
  /// Whether what is wrong is left out, so that everything else is published.
  public var skipsBroken = false
  /// Whether a build may remove more than a tenth of the site, and write over files that no build wrote; and whether
  /// pictures that other programs make are made anew.
  public var isForced = false
  /// Whether the published site is compared with one that is built anew.
  public var verifies = false
  /// Whether published files that are not what a build makes are written anew, also those that look as they were left.
  public var repairs = false

  /// Whether issues are printed as PDF, whatever the settings say.
  public var printsPDF = false

  /// Whether texts are looked through for what is only style.
  public var looksAtStyle = false

  /// Whether findings that were accepted are said nevertheless.
  public var keepsAccepted = false

  /// Whether the time of each page is taken.
  public var isTimed = false
  /// Whether the process ends with this build, so that its memory need not be given back.
  public var isLast = false

  /// A build of the site in a folder, into its Public unless told otherwise.
  ///
  /// - Parameter now: The time that it is, in seconds since 1970; the system's unless given.
  public init(
    site: String, output: String? = nil, exceptions: ReleasePolicy.Exceptions = [], now: Int? = nil, jobs: Int? = nil,
    strict: Bool = false
  ) {
    self.site = site
    self.output = output ?? site + "/Public"
    self.exceptions = exceptions
    self.now = now ?? FileStamp.now / 1_000_000_000
    self.jobs = jobs ?? availableCores
    self.strict = strict
  }
}
