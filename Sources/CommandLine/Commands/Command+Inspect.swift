import Bulletins
import Diagnostics
import Publishing
import Site
import System

extension Command {
  private static let format = Option.format("text", "json")

  static let inspect = Command(
    name: "inspect", otherNames: ["dump", "parse", "read", "show"],
    summary: "Print what the reader understood of issues.",
    operands: "FILE…", operandCount: 1...100_000,
    options: [format],
    discussion: """
      Reads each file as a build does, without a site around it, and prints its metadata, headings and warnings. With
      --format json, one object a line. Files given together are checked against each other: numbers that repeat,
      translations that belong together.
      """
  ) { invocation, terminal in
    let readings = InspectedFile.read(invocation.operands)
    let isText = invocation[format] != "json"
    for reading in readings {
      isText ? terminal.print(reading.text + "\n") : terminal.print(reading.json.bytes + [0x0A])
    }
    return readings.contains { $0.error != nil } ? .contentHasErrors : .done
  }
}
