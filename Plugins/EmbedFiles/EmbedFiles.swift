import Foundation
import PackagePlugin

/// Makes the files of a target's folder `Embedded` part of the target, so that the program is one file that can be copied
/// alone. Each folder in it becomes a constant of `EmbeddedFiles`.
///
/// A folder may be a link: the package manager looks for files that are new below targets only, and follows links there.
@main
struct EmbedFiles: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let embedded = target.directoryURL.appending(path: "Embedded")
    let folders = try FileManager.default.contentsOfDirectory(atPath: embedded.path).sorted().map { name in
      (name: name, url: embedded.appending(path: name).resolvingSymlinksInPath())
    }
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
    return [
      .buildCommand(
        displayName: "Embedding the files of \(folders.map(\.name).joined(separator: " and "))",
        executable: try context.tool(named: "embed-files").url,
        arguments: [output.path] + folders.map { "\($0.name)=\($0.url.path)" },
        inputFiles: folders.flatMap { files(below: $0.url) },
        outputFiles: [output])
    ]
  }

  private func files(below folder: URL) -> [URL] {
    let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return paths.sorted().map { folder.appending(path: $0) }
  }
}
