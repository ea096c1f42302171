import Bulletins
import Coding
import Diagnostics
import Languages
import Markdown
import Site
import System
import Templating
import Text

/// What all pages share, and issues are read by: settings, authority files, standing pages and the theme.
struct SharedSources: Sendable {
  /// What `site.yaml` says; `nil` where it can't be used.
  let settings: SiteSettings?
  /// How texts are read.
  let reading: ReadingOptions
  var authorities = Authorities()
  private(set) var theme: Theme?
  /// The standing pages that are out.
  var pages: [StandingPage] = []
  /// Their texts, by the paths of their files.
  var texts: [(path: String, html: Bytes)] = []
  /// The files that were read.
  var files: FileReader
  /// The files that texts take in.
  let partials: PartialFiles
  /// The files that are left out because they are wrong.
  var leftOut = LeftOut()
  /// Which findings are said.
  var filter = FindingFilter()
  /// What is wrong with what the files say.
  var problems: [Diagnostic] = []

  /// What is wrong with any of the files.
  var diagnostics: [Diagnostic] { files.folder.diagnostics + files.diagnostics + problems }

  /// Reads `site.yaml`.
  ///
  /// - Parameters:
  ///   - last: How texts were read before, which holds while the settings can't be used.
  ///   - looksAtStyle: Whether texts are looked through for what is only style.
  ///   - keepsAccepted: Whether findings that were accepted are said nevertheless.
  ///   - printsPDF: Whether issues are printed, whatever the settings say.
  init(
    settingsIn folder: ContentFolder, last: ReadingOptions? = nil, looksAtStyle: Bool = false,
    keepsAccepted: Bool = false, printsPDF: Bool = false
  ) {
    var files = FileReader(folder)
    partials = PartialFiles(folder)
    var (settings, problems) = SharedSources.readSettings(&files)
    if printsPDF, settings?.paper == nil { settings?.paper = .a4 }
    let written = folder.languages.compactMap { files.read($0) }
    self.settings = settings
    self.problems = problems
    self.files = files
    var reading: ReadingOptions
    if let settings {
      let (wanted, mistakes) = ReadingOptions.of(settings, languageFiles: written)
      self.problems += mistakes
      filter.rules = settings.findingRules
      reading = wanted
      let (taken, wrong) = partials.partials(settings, wanted.languages)
      reading.partials = taken
      self.problems += wrong
    } else {
      // Not made where there are settings: it knows every language of the program.
      reading = last ?? ReadingOptions()
    }
    reading.looksAtStyle = looksAtStyle
    self.reading = reading
    readAccepted(keepsAccepted: keepsAccepted)
  }

  /// Reads `site.yaml` as options ask for it.
  ///
  /// - Parameter last: How texts were read before, which holds while the settings can't be used.
  init(settingsIn folder: ContentFolder, for options: BuildOptions, last: ReadingOptions? = nil) {
    self.init(
      settingsIn: folder, last: last, looksAtStyle: options.looksAtStyle, keepsAccepted: options.keepsAccepted,
      printsPDF: options.printsPDF)
  }

  private mutating func readAccepted(keepsAccepted: Bool) {
    guard let source = files.readIfThere(AcceptedFile.path) else { return }
    let (accepted, mistakes) = AcceptedFile.read(source)
    problems += mistakes
    if !keepsAccepted { filter.accepted = accepted }
  }

  private static func readSettings(_ files: inout FileReader) -> (SiteSettings?, [Diagnostic]) {
    let path = "Content/site.yaml"
    guard let source = files.readIfThere(path) else {
      return (nil, files.diagnostics.isEmpty ? [SiteSettings.missing] : [])
    }
    return SiteSettings.read(source)
  }

  /// Reads the files of the theme; `nil` without settings, since templates are compiled for a site.
  mutating func readThemeFiles() -> ThemeFiles? {
    guard let settings else { return nil }
    var assets: [String: Fingerprint] = [:]
    for path in files.folder.assets {
      if let source = files.readBytes(path) {
        assets[ContentFolder.assetName(path)] = Fingerprint(of: source.bytes)
      }
    }
    let sources = files.folder.templates.compactMap { files.read($0) }
    return ThemeFiles(sources: sources, assets: assets, settings: settings, languages: reading.languages)
  }

  /// Takes over the compiled theme.
  mutating func set(_ compiled: (Theme, [Diagnostic])?) {
    theme = compiled?.0
    problems += compiled?.1 ?? []
  }
}
