// Writes the packages of stdlib/ as one Swift file of constant data.
//
//     EmbedLibrary <stdlib> <output> <package>…

import ApusSyntax
import Foundation

@main
struct EmbedLibrary {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count > 3 else { stop("usage: EmbedLibrary <stdlib> <output> <package>...") }
    let library = URL(filePath: arguments[1])
    do {
      let packages = try arguments[3...].map {
        try EmbeddedPackage(name: $0, folder: library.appending(path: $0))
      }
      let output = packages.map(SwiftSource.package).joined() + SwiftSource.list(packages)
      try SwiftSource.write(output, to: URL(filePath: arguments[2]))
    } catch let error as EmbeddingError {
      stop(error.message)
    } catch {
      stop("error: \(error.localizedDescription)")
    }
  }

  private static func stop(_ message: String) -> Never {
    FileHandle.standardError.write(Data((message + "\n").utf8))
    exit(1)
  }
}

/// Why the library cannot be embedded, as compilers say it.
struct EmbeddingError: Error {
  var message: String

  init(_ file: URL, line: Int, column: Int, _ text: String) {
    message = "\(file.path):\(line):\(max(column, 1)): error: \(text)"
  }
}
