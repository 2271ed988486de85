import Foundation

/// Writes packages as Swift constants, which need no code at start-up.
enum SwiftSource {
  static func package(_ package: EmbeddedPackage) -> String {
    """
    extension StandardLibrary {
      static let \(package.folderName) = PackageImage(
        name: "\(package.name)",
        description: \(literal(package.description)),
        text: \(literal(package.text)),
        bindings: \(table(package.bindings)),
        initializers: \(table(package.initializers)),
        remarks: \(table(package.remarks)),
        fileNames: \(literal(package.fileNames.joined(separator: "\n"))),
        namespace: \(literal(package.directives.joined(separator: "\n"))),
        dataText: \(literal(package.data)),
        dataFiles: \(literal(package.dataFiles.joined(separator: "\n"))))
    }


    """
  }

  /// The property that lists all packages.
  static func list(_ packages: [EmbeddedPackage]) -> String {
    """
    extension StandardLibrary {
      /// The packages, in the order they load.
      package static let packages = [\(packages.map(\.folderName).joined(separator: ", "))]
    }

    """
  }

  /// Writes `text` unless the file holds it already, so that nothing is compiled again.
  static func write(_ text: String, to file: URL) throws {
    if let current = try? String(contentsOf: file, encoding: .utf8), current == text { return }
    try Data(text.utf8).write(to: file)
  }

  private static func literal(_ bytes: [UInt8]) -> String {
    literal(String(decoding: bytes, as: UTF8.self))
  }

  /// A literal that holds `text` as it is.
  private static func literal(_ text: String) -> String {
    if text.isEmpty { return "\"\"" }
    var fence = "#"
    while text.contains("\"" + fence) || text.contains("\\" + fence) { fence += "#" }
    return "\(fence)\"\"\"\n\(text)\n\"\"\"\(fence)"
  }

  /// Rows of numbers, each number as four characters of six bits.
  private static func table(_ rows: [[Int]]) -> String {
    let digits = rows.joined().flatMap { number in
      stride(from: 18, through: 0, by: -6).map { UInt8(0x30 + (number >> $0 & 0x3F)) }
    }
    return "#\"\(String(decoding: digits, as: UTF8.self))\"#"
  }
}
