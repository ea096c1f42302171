import Diagnostics
import Testing
import Text

@testable import Templating

@Suite("Records of a type")
struct RecordTypeTests {
  private struct Island: RecordSubject {
    let name: String
    let area: Int

    static let recordType = RecordType<Island>(
      "an island",
      [
        .init("name", .scalar, "The name.") { Value($0.name) },
        .lazy("story", "What is told of it.") { island in
          LazyText(token: Bytes(island.name.utf8), isMarkup: false) { Bytes("Of \(island.name).".utf8) }
        },
        .init("area", .scalar, "In square kilometres.") { .int($0.area) },
      ])
  }

  private static let template = PageTemplate<[Island]>(
    "islands.html",
    [
      .init("islands", .records(of: Island.self), "The islands.") { .list($0.map(\.record)) },
      .init("count", .scalar, "How many.") { .int($0.count) },
    ])

  @Test("what is declared is what a template may read, and each field has its own value")
  func rendering() throws {
    let source = SourceFile(
      path: "islands.html",
      bytes: Bytes("{{ count }}:{% for i in islands %} {{ i.name }} {{ i.area }} {{ i.story }}{% endfor %}".utf8))
    let (templates, mistakes) = Templates.compile(
      [("islands.html", source)], schema: ContextSchema([], own: [Self.template.declaration]))
    #expect(mistakes.isEmpty, "\(mistakes.map(\.printed))")
    var html = Bytes()
    let islands = [Island(name: "Wolin", area: 265), Island(name: "Uznam", area: 445)]
    do throws(Failure) {
      try templates.render("islands.html", Self.template.context(of: islands), to: &html)
    } catch {
      Issue.record("\(error.message)")
    }
    #expect(html.string == "2: Wolin 265 Of Wolin. Uznam 445 Of Uznam.")
  }

  @Test("a variable that is declared lazy has its text")
  func lazyVariable() {
    let template = PageTemplate<Island>(
      "island.html",
      [.lazy("story", "What is told.") { island in LazyText(token: [], isMarkup: true) { Bytes(island.name.utf8) } }])
    let story = template.context(of: Island(name: "Wolin", area: 265))[Symbol("story")]
    #expect(story?.bytes?.string == "Wolin" && story?.isSafe == true)
  }

  @Test("a field that is not declared is a mistake of the template")
  func unknownField() {
    let source = SourceFile(path: "islands.html", bytes: Bytes("{{ islands[0].nmae }}".utf8))
    let mistakes = Templates.compile(
      [("islands.html", source)], schema: ContextSchema([], own: [Self.template.declaration])
    ).1
    #expect(mistakes.first?.printed.contains("`name`") == true, "\(mistakes.map(\.printed))")
  }
}
