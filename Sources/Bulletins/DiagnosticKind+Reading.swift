import Diagnostics
import Languages

extension DiagnosticKind {
  static let notUTF8 = DiagnosticKind(
    "not-utf-8", .error,
    "The file holds bytes that are no UTF-8 text. Open it in your editor and save it with the encoding UTF-8.")
  static let emptyFile = DiagnosticKind(
    "empty-file", .error, "The file holds no text. Write the issue, or delete the file.")
  static let fileTooLarge = DiagnosticKind(
    "file-too-large", .error,
    "An issue may have 8 MiB of text. What is larger is hardly one: move data to an attachment.")
  static let nestedTooDeeply = DiagnosticKind(
    "nested-too-deeply", .error,
    "Lists and quotations stand inside each other more than 100 levels deep, which no browser shows. Mend the markup.")
  static let noMetadata = DiagnosticKind(
    "no-metadata", .error,
    "The file has no masthead, no front matter and no `Key: value` header, so it can't be told what it is. Begin it with the printed masthead, or move it out of the folder of issues."
  )
  static let malformedFrontMatter = DiagnosticKind(
    "malformed-front-matter", .error,
    "The YAML between the two `---` lines can't be read. A text with a colon or quotation marks in it wants quotation marks around it; each one that is opened must be closed."
  )
  static let unclosedFrontMatter = DiagnosticKind(
    "unclosed-front-matter", .error, "The file begins with `---`, but no second `---` line ends its front matter.")
  static let malformedHeader = DiagnosticKind(
    "malformed-header", .error,
    "The file begins with `Key: value` lines, and each line up to the first blank one must have that form. Put a blank line after the last of them."
  )
  static let wrongValue = DiagnosticKind(
    "wrong-value", .error, "A field has a value of the wrong kind, such as a list where a text is needed.")
  static let unknownKey = DiagnosticKind(
    "unknown-key", .warning,
    "A key is nearly one that is known, and was probably misspelt. Keys that are like no other are kept for templates, as `extra`, without a word."
  )
  static let missingTitle = DiagnosticKind(
    "missing-title", .error,
    "The issue has no title: write it as a second-level heading under the masthead, or as `title:` in front matter.")
  static let missingDate = DiagnosticKind(
    "missing-date", .error,
    "The issue has no date: write it in the number line, as `date:` in front matter, or at the start of the file's name."
  )
  static let missingAuthors = DiagnosticKind(
    "missing-authors", .warning,
    "The masthead's title is followed by no line of names. Write the authors between the title and the abstract.")
  static let missingRule = DiagnosticKind(
    "missing-rule", .error,
    "No rule ends the masthead, so editors and text can't be told apart. Write `---` on a line of its own after the editors."
  )
  static let missingNumberLine = DiagnosticKind(
    "missing-number-line", .error,
    "The masthead has no number line. Write it under the series' name: `No. 23 (99) • February 11, 2010 • © Publisher`."
  )
  static let malformedNumber = DiagnosticKind(
    "malformed-number", .error,
    "A number must be one number or two that ascend: `23`, `45–46`, `4/5`. The cumulative number stands in brackets behind it."
  )
  static let impossibleDate = DiagnosticKind(
    "impossible-date", .error, "The calendar has no such day. Correct it, or set `date:` in front matter.")
  static let unreadableDate = DiagnosticKind(
    "unreadable-date", .error,
    "The date has none of the forms \(AnyLanguage.dateExamples.joined(separator: ", ")), `2010-02-11`, or its month's name is unknown."
  )
  static let unbalancedBrackets = DiagnosticKind(
    "unbalanced-brackets", .error,
    "A bracket in the list of editors is opened and never closed, or closed and never opened, so roles and names can't be told apart."
  )
  static let issueAmongPages = DiagnosticKind(
    "issue-among-pages", .warning,
    "A file among the standing pages begins with a masthead. It is published as a page, without number and date; issues belong into `Content/bulletins`."
  )
  static let unknownStatus = DiagnosticKind(
    "unknown-status", .error,
    "`status:` must be `draft` or `published`. Another word may be a misspelt `draft`, and what was published by mistake can't be taken back."
  )
  static let badLanguage = DiagnosticKind(
    "bad-language", .error, "`lang:` must be a language tag such as `en`, `pl` or `pt-BR`.")
  static let badAddress = DiagnosticKind(
    "bad-address", .error,
    "An alias must be an absolute path inside the site, such as `/old/page/`, without `..`, and no query.")
  static let sourcesDisagree = DiagnosticKind(
    "sources-disagree", .warning,
    "Front matter, header lines or the file's name say something else than the masthead. The stronger source counts: front matter, then header lines, then the masthead, then the file's name."
  )
  static let joinedParagraphs = DiagnosticKind(
    "joined-paragraphs", .warning,
    "A paragraph without a full stop is followed by one that begins in lower case, as a page break leaves them. They are published as one paragraph. Remove the blank line between them."
  )
  static let lowerCaseSentence = DiagnosticKind(
    "lower-case-sentence", .warning, "A sentence begins in lower case: a comma may have become a full stop.")
  static let straightQuotes = DiagnosticKind(
    "straight-quotes", .warning, "The text uses straight double quotation marks beside typographic ones.")
  static let noFinalNewline = DiagnosticKind(
    "no-final-newline", .warning, "The file's last line has no line ending; some tools lose such a line.")
  static let dangerousLink = DiagnosticKind(
    "dangerous-link", .warning,
    "A link's scheme can run code or read files (`javascript:`, `vbscript:`, `data:`, `file:`). The link is published without its address."
  )

  /// The kinds that reading one issue reports.
  public static let readingKinds: [DiagnosticKind] = [
    notUTF8, emptyFile, fileTooLarge, nestedTooDeeply, noMetadata, malformedFrontMatter, unclosedFrontMatter,
    malformedHeader, wrongValue, unknownKey, missingTitle, missingDate, missingAuthors, missingRule,
    missingNumberLine, malformedNumber, impossibleDate, unreadableDate, unbalancedBrackets, unknownStatus,
    issueAmongPages,
    badLanguage, badAddress,
    sourcesDisagree, joinedParagraphs, lowerCaseSentence, straightQuotes, noFinalNewline, dangerousLink,
  ]
}
