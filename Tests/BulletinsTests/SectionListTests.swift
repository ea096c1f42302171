import Coding
import Testing
import Text

@testable import Bulletins

@Suite("Lists of sections")
struct SectionListTests {
  private let sections = [
    TextOutline.Section(id: "zima-nad-lodzia", text: "Zima nad Łodzią", level: 2, isRunIn: true),
    TextOutline.Section(id: "", text: "", level: 6, isRunIn: false),
    TextOutline.Section(id: "x", text: "\u{0}冬", level: 1, isRunIn: false),
  ]

  @Test func `A list gives back the sections that it was made of, in order`() {
    let list = SectionList(sections)
    #expect(Array(list) == sections && list.count == 3 && !list.isEmpty)
    #expect(Array(SectionList()).isEmpty && SectionList().isEmpty)
  }

  @Test func `One list behind another is as one that was made of both`() {
    var list = SectionList(Array(sections.prefix(1)))
    list += SectionList(Array(sections.dropFirst()))
    #expect(list == SectionList(sections))
  }

  @Test func `What is kept of a list is read as the same list`() {
    var writer = BinaryWriter()
    SectionList(sections).write(to: &writer)
    var reader = BinaryReader(writer.bytes)
    #expect(SectionList(from: &reader) == SectionList(sections))
    #expect(reader.isComplete)
  }

  @Test func `Bytes that are no list are damage, whichever of them is wrong`() {
    var writer = BinaryWriter()
    SectionList(sections).write(to: &writer)
    let bytes = writer.bytes
    for end in bytes.indices {
      var reader = BinaryReader(Bytes(bytes[..<end]))
      #expect(SectionList(from: &reader).isEmpty, "cut at \(end)")
      #expect(reader.isDamaged, "cut at \(end)")
    }
    for count in [-1, 0, 2, 4, Int.max] {
      var other = BinaryWriter()
      other.put(count)
      var reader = BinaryReader(other.bytes + bytes.dropFirst())
      #expect(SectionList(from: &reader).isEmpty, "\(count) sections")
      #expect(reader.isDamaged, "\(count) sections")
    }
  }
}
