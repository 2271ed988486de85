import ApusStandardLibrary
import Foundation
import TestSupport
import Testing

/// The `@examples` of one documentation block of the standard library.
struct DocumentedExample: CustomTestStringConvertible, Sendable {
  let name: String
  let code: String

  var testDescription: String { name }

  static let all: [DocumentedExample] = StandardLibrary.packages.flatMap { package in
    (0..<package.bindingCount).compactMap { k -> DocumentedExample? in
      let binding = package.binding(k)
      guard let range = binding.documentation else { return nil }
      let text = String(
        decoding: UnsafeBufferPointer(rebasing: package.source[range]), as: UTF8.self)
      let code = examples(in: text)
      if code.isEmpty { return nil }
      return DocumentedExample(
        name: "\(package.name)::\(String(decoding: binding.name, as: UTF8.self))", code: code)
    }
  }

  /// The lines between `@examples` and the next tag, without their `#'`.
  private static func examples(in block: String) -> String {
    var lines: [Substring] = []
    var isInside = false
    for line in block.split(separator: "\n") {
      let text = line.drop { $0 == " " }.dropFirst(2).drop { $0 == " " }
      if text.hasPrefix("@") {
        isInside = text.hasPrefix("@examples")
      } else if isInside {
        lines.append(text)
      }
    }
    let code = lines.joined(separator: "\n")
    return code.contains("\\dontrun") ? "" : code
  }
}

@Suite struct ExampleTests {
  /// Examples that need what Apus does not have yet, by name.
  static let wanted: Set<String> = {
    let list = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "wanted.txt")
    let text = (try? String(contentsOf: list, encoding: .utf8)) ?? ""
    return Set(text.split(separator: "\n").map(String.init))
  }()

  @Test(arguments: DocumentedExample.all.filter { !wanted.contains($0.name) })
  func `the examples of the documentation run`(_ example: DocumentedExample) throws {
    let file = Program.scratch("example.R")
    try example.code.write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    let run = try Program.run(
      Program.apus, [file.path], in: FileManager.default.temporaryDirectory)
    if run.status != 0 { Issue.record("\(example.name): \(run.output.suffix(300))") }
  }
}
