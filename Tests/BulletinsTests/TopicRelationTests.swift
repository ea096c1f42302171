import Diagnostics
import Testing
import Text

@testable import Bulletins

@Suite("How topics belong together")
struct TopicRelationTests {
  private func findings(_ topics: String) -> [String] {
    let source = SourceFile(path: "topics.yaml", bytes: Bytes(topics.utf8))
    return Authorities.read(people: nil, topics: source).1.inOrder.map {
      "\($0.kind.name) \($0.location?.line ?? 0):\($0.location?.column ?? 0) \($0.help.first ?? "")"
    }
  }

  @Test("a name of no topic is found where it stands, with the nearest that there is")
  func unknown() {
    #expect(
      findings("- name: Tugs\n  related: [Piers, Warfs]\n- name: Wharfs\n- name: Piers\n  broader: Whafs\n") == [
        "unknown-topic 2:20 did you mean “Wharfs”?", "unknown-topic 5:12 did you mean “Wharfs”?",
      ])
    #expect(findings("- name: Tugs\n  related: Piers\n- {name: Quays, also: [Piers]}\n").isEmpty)
  }

  @Test("a misspelt key is one error, also where its entry can't go without it; a lacking one has its entry's place")
  func misspeltKey() {
    #expect(
      findings("- Name: Tugs\n  also: [Pushers]\n- name: Piers\n") == ["unknown-setting 1:3 did you mean `name`?"])
    #expect(
      findings("- name: Piers\n- also: [Pushers]\n").first { $0.contains("missing-setting") }
        == "missing-setting 2:3 each topic needs a `name:`")
    #expect(
      findings("- name: Piers\n  broder: Piers\n\tname: x\n- name: Tugs: old\n").map { $0.prefix(18) } == [
        "unknown-setting 2:", "malformed-yaml 3:1", "malformed-yaml 4:1",
      ])
  }

  @Test("topics that are part of each other are one error, where the circle closes")
  func circles() {
    let help = "leave out `broader:` at the topic that is the widest"
    #expect(findings("- name: Tugs\n  broader: Tugs\n") == ["topic-loop 2:12 \(help)"])
    #expect(
      findings(
        "- name: Tugs\n  broader: Ships\n- {name: Ships, also: [Boats], broader: Fleet}\n- name: Fleet\n  broader: Boats\n- name: Oars\n  broader: Tugs\n"
      ) == ["topic-loop 5:12 \(help)"])
    #expect(
      findings("- {name: A, broader: B}\n- {name: B, broader: A}\n- {name: C, broader: D}\n- {name: D, broader: C}\n")
        == ["topic-loop 2:22 \(help)", "topic-loop 4:22 \(help)"])
  }

  @Test("a tree of topics is no circle")
  func tree() {
    #expect(
      findings("- {name: A, broader: B}\n- {name: B, broader: C}\n- name: C\n- {name: D, broader: C}\n").isEmpty)
  }
}
