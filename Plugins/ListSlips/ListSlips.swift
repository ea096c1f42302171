import Foundation
import PackagePlugin

/// Lists the slips of typing that a target knows, so that a new one is a new file and nothing else. Each file of the folder
/// `Checks/Slips` bears the name of a type that finds one.
@main
struct ListSlips: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder = target.directoryURL.appending(path: "Checks/Slips")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    let output = context.pluginWorkDirectoryURL.appending(path: "Slips.swift")
    return [
      .buildCommand(
        displayName: "Listing the slips of typing",
        executable: try context.tool(named: "list-slips").url,
        arguments: [output.path] + files.filter { $0.hasSuffix(".swift") }.map { String($0.dropLast(".swift".count)) },
        outputFiles: [output])
    ]
  }
}
