import TestSupport

/// Writes texts that begin in every way, also in wrong ones, of words that occur once.
struct RandomIssue {
  private var dice: SeededRandom
  private var count = 0
  /// The words of sentences, which are no names.
  private(set) var prose: Set<String> = []
  /// The words of number lines, titles and bylines, which other sources may give, too.
  private(set) var printed: Set<String> = []

  init(seed: Int) { dice = SeededRandom(seed: seed) }

  /// The words of a text that this made; others have no `zq` in them.
  static func words(of text: some StringProtocol) -> [String] {
    text.split { !$0.isLetter }.map { $0.lowercased() }.filter { $0.contains("zq") }
  }

  private mutating func word() -> String {
    count += 1
    var (rest, letters) = (count, "zq")
    repeat {
      letters += String(UnicodeScalar(UInt8(ascii: "a") + UInt8(rest % 20)))
      rest /= 20
    } while rest > 0
    return letters
  }

  private mutating func sentence() -> String {
    let words = (0..<(4 + dice.roll(5))).map { _ in word() }
    prose.formUnion(words)
    return words.joined(separator: " ").capitalizedFirst + " was in the bay all summer."
  }

  private mutating func name() -> String {
    word().capitalizedFirst + dice.pick([" ", " van ", " M. "]) + word().capitalizedFirst
  }

  private mutating func names() -> String {
    (0...dice.roll(3)).map { _ in name() }.joined(separator: ", ")
  }

  private mutating func editor() -> String {
    name() + dice.pick(["", " (\(word()))", " (\(word()), \(word()); \(word()))"])
  }

  private mutating func numberLine() -> String {
    let sign = dice.pick(["No. 3", "No. 3 (4)", "Nr 3", "No. 5", "No. 4 (5)", "No. l", "Mo. 3", "No.", "3"])
    let date = dice.pick(["May 1, 2020", "2020-05-01", "1 maja 2020", "May 3, 2020", "May 40, 2020", ""])
    let rest = dice.pick(["© \(word())", "© 2020 \(word())", "", "© \(word()) • \(word())"])
    let line = [sign, date, rest].filter { !$0.isEmpty }.joined(
      separator: dice.pick([" • ", " · ", " | ", " • ", ", "]))
    return print(line)
  }

  private mutating func print(_ text: String) -> String {
    printed.formUnion(Self.words(of: text))
    return text
  }

  private mutating func beginning() -> String {
    switch dice.roll(6) {
    case 0: "---\ntitle: \(word())\ndate: 2020-05-01\n\(word()): \(word())\n---\n"
    case 1: "---\ntags: [\(word()), \(word())]\n---\n\n"
    case 2: "Title: \(word())\nDate: 2020-05-01\nAuthor: \(name())\n\n"
    default: ""
    }
  }

  private mutating func masthead() -> [String] {
    var blocks = [dice.pick(["# \(word())", "\(word())\n===", "# \(word())", "## \(word())", ""])]
    if dice.roll(5) > 0 { blocks.append(numberLine()) }
    for _ in 0..<dice.roll(4) {
      blocks.append(
        dice.pick([
          "Editors: \(editor()), \(editor())", "\(editor()),\n\(editor())", editor(), sentence(),
          "DOI: 10.5555/\(word())",
          "ISSN 1234-5678 \(word())", "Weather: 5 \(word())", "- \(editor())\n- \(editor())", "> \(sentence())",
          "Keywords: \(word()), \(word())",
        ]))
    }
    blocks.append(dice.pick(["---", "***", "---", ""]))
    return blocks
  }

  private mutating func head() -> [String] {
    var blocks = [
      print(dice.pick(["## \(word())", "## \(word())", "# \(word())", "## \(word())\n\(word())", "\(word())\n---"]))
    ]
    if dice.roll(5) == 0 { blocks.append("## \(word())") }
    if dice.roll(5) == 0 { blocks.append("### \(word())") }
    if dice.roll(4) > 0 { blocks.append(print(dice.pick([names(), names(), "*\(names())*", sentence()]))) }
    if dice.roll(4) == 0 { blocks.append(print("\(word().capitalizedFirst) Office, \(word().capitalizedFirst)")) }
    for _ in 0..<dice.roll(3) { blocks.append(dice.pick(["*\(sentence())*", "*\(sentence())", "_\(sentence())_"])) }
    return blocks
  }

  private mutating func body() -> [String] {
    (0..<dice.roll(5)).map { _ in
      dice.pick([
        sentence(), sentence(), "**\(word()).** \(sentence())", "- \(sentence())\n- \(word())", "### \(word())",
        "> \(sentence())", "| \(word()) |\n|---|\n| \(word()) |",
        "\(sentence())[^\(count)]\n\n[^\(count)]: \(sentence())",
        "*\(sentence())*", "---", "Dear \(word()),", "\(word()): \(word())", "    \(word())", "```\n\(word())\n```",
      ])
    }
  }

  /// A text.
  mutating func text() -> String {
    (prose, printed) = ([], [])
    let start = beginning()
    var blocks = dice.roll(5) > 0 ? masthead() : []
    for _ in 0...dice.roll(3) { blocks += (dice.roll(5) > 0 ? head() : []) + body() }
    return start + blocks.joined(separator: dice.roll(8) == 0 ? "\n" : "\n\n") + "\n"
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
