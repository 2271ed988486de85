import Foundation
import PackagePlugin

/// Embeds the R packages in the target's folder as one Swift file.
@main
struct EmbedLibraryPlugin: BuildToolPlugin {
  /// In the order they load.
  private static let packages = ["base", "methods", "datasets", "utils", "stats", "rx", "compiler"]

  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    let library = target.directoryURL
    let output = context.pluginWorkDirectoryURL.appending(path: "StandardLibrary+Packages.swift")
    return [
      .buildCommand(
        displayName: "Embedding the standard library",
        executable: try context.tool(named: "EmbedLibrary").url,
        arguments: [library.path, output.path] + Self.packages,
        inputFiles: Self.packages.flatMap { files(in: library.appending(path: $0)) },
        outputFiles: [output])
    ]
  }

  /// Every file and folder of a package: a folder changes when files come or go.
  private func files(in package: URL) -> [URL] {
    let inner = FileManager.default.enumerator(at: package, includingPropertiesForKeys: nil)
    return [package] + (inner?.compactMap { $0 as? URL } ?? [])
  }
}
