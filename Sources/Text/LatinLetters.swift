/// Latin letters with marks in ASCII: what ICU's “Latin-ASCII” makes of them, so that texts in the languages that most
/// people write need not ask it. A test compares the two.
enum LatinLetters {
  /// The letters from U+00C0 to U+024F, sixteen in a row; a full stop stands for what is no letter, or one that ICU leaves.
  ///
  /// `ə` is `e` here, which ICU leaves, and `ŀ` no more than `l`.
  private static let rows: StaticString = """
    a a a a a a ae c e e e e i i i i
    d n o o o o o . o u u u u y th ss
    a a a a a a ae c e e e e i i i i
    d n o o o o o . o u u u u y th y
    a a a a a a c c c c c c c c d d
    d d e e e e e e e e e e g g g g
    g g g g h h h h i i i i i i i i
    i i ij ij j j k k q l l l l l l l
    l l l n n n n n n n n n o o o o
    o o oe oe r r r r r r s s s s s s
    s s t t t t t t u u u u u u u u
    u u u u w w y y y z z z z z z s
    b b b b . . . c c d d d d . e e
    e f f g . hv i i k k l . . n n .
    o o oi oi p p . . . . . t t t t u
    u . v y y z z . . . . . . . . .
    . . . . dz dz dz lj lj lj nj nj nj a a i
    i o o u u u u u u u u u u e a a
    a a ae ae g g g g k k o o o o . .
    j dz dz dz g g . . n n a a ae ae o o
    a a a a e e e e i i i i o o o o
    r r r r u u u u s s t t . . h h
    . d . . z z a a e e o o o o o o
    o o y y l n t j db qp a c c l t s
    z . . b u . e e j j . . r r y y
    """

  /// What each letter begins with in `text`, and at the end, where that ends.
  private static let starts: [Int] = {
    var starts = [0]
    for (place, byte) in text.enumerated() where byte <= 0x20 { starts.append(place + 1) }
    return starts + [text.count + 1]
  }()

  private static let text: Bytes = {
    var text = Bytes()
    text.append(rows)
    return text
  }()

  /// The letter with two bytes in UTF-8 in lower-case ASCII; `nil` for what is no such letter.
  static func plain(_ lead: UInt8, _ next: UInt8) -> ArraySlice<UInt8>? {
    let index = (Int(lead & 0x1F) << 6 | Int(next & 0x3F)) - 0xC0
    guard index >= 0, index + 1 < starts.count else { return nil }
    let letters = text[starts[index]..<starts[index + 1] - 1]
    return letters.first == UInt8(ascii: ".") ? nil : letters
  }
}
