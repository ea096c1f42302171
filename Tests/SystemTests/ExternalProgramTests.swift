import System
import Testing

@Suite("Other programs")
struct ExternalProgramTests {
  @Test("what a program prints, and how it ends, is told")
  func told() throws {
    let (printed, status) = try ExternalProgram.result(of: "sh", ["-c", "printf words; exit 3"])
    #expect(printed == Array("words".utf8) && status == 3)
    #expect(try ExternalProgram.result(of: "sh", ["-c", "kill -KILL $$"]).status == 128 + 9)
    #expect(try ExternalProgram.result(of: "sh", ["-c", "head -c 300000 /dev/zero"]).printed.count == 300_000)
    // It closes what it prints to, and goes on for a while.
    #expect(try ExternalProgram.result(of: "sh", ["-c", "exec >&-; sleep 0.3; exit 4"]).status == 4)
  }

  @Test(
    "a program that goes on without end is ended, and what it worked on is named",
    arguments: [
      ("exec sleep 60", "took longer than 1 seconds"), ("exec >&-; exec sleep 60", "took longer than 1 seconds"),
      ("exec yes", "prints without end"), ("trap '' TERM; while :; do sleep 1; done", "took longer than 1 seconds"),
    ])
  func endless(script: String, words: String) {
    let error = #expect(throws: EnvironmentError.self) {
      try ExternalProgram.result(of: "sh", ["-c", script], on: "map.png", longest: 1, mostPrinted: 1 << 20)
    }
    #expect(error?.description == "map.png: the program was ended: sh \(words)")
  }
}
