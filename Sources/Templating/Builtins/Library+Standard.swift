extension Library {
  /// What the language itself has.
  public static let standard: Library = {
    var library = Library()
    let groups = [
      Filter.ofText, Filter.ofMarkup, Filter.ofSequences, Filter.ofOrder, Filter.ofSelection, Filter.ofNumbers,
      Filter.ofLayout, Filter.ofPublishing,
    ]
    func shown<Part>(_ part: Part, _ example: Example?, _ add: (Part, Example) -> Part) -> Part {
      example.map { add(part, $0) } ?? part
    }
    library.add(
      filters: groups.joined().map {
        shown($0, filterExamples[$0.name]) { $0.example($1.template, prints: $1.output) }
      },
      tests: Test.standard.map { shown($0, testExamples[$0.name]) { $0.example($1.template, prints: $1.output) } },
      functions: Function.standard.map {
        shown($0, functionExamples[$0.name]) { $0.example($1.template, prints: $1.output) }
      })
    return library
  }()
}
