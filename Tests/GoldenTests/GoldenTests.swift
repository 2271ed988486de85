import Foundation
import TestSupport
import Testing

/// A recorded transcript: `Cases/<package>/<name>.R` and what GNU R prints for it, `.out`.
struct GoldenCase: CustomTestStringConvertible, Sendable {
  let name: String
  let script: URL

  var testDescription: String { name }

  static let folder = place("Cases")
  static let all = cases(in: folder)

  /// Recorded transcripts that Apus does not reproduce yet.
  static let wanted = cases(in: place("Wanted"))

  private static func place(_ name: String) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: name)
  }

  private static func cases(in folder: URL) -> [GoldenCase] {
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (files?.allObjects as? [URL] ?? [])
      .filter { $0.pathExtension == "R" }
      .map { url in
        let path = url.deletingPathExtension().path
        return GoldenCase(name: String(path.dropFirst(folder.path.count + 1)), script: url)
      }
      .sorted { $0.name < $1.name }
  }

  var recorded: String {
    let output = script.deletingPathExtension().appendingPathExtension("out")
    return (try? String(contentsOf: output, encoding: .utf8)) ?? "(not recorded)"
  }
}

@Suite struct GoldenTests {
  @Test(arguments: GoldenCase.all)
  func `prints what R prints`(_ golden: GoldenCase) throws {
    let printed = try transcript(of: golden.script)
    if printed != golden.recorded {
      Issue.record("\(golden.name): \(firstDifference(printed, golden.recorded))")
    }
  }

  /// A wanted case that is reproduced belongs to the others.
  @Test func `what is wanted is not there yet`() throws {
    for golden in GoldenCase.wanted where try transcript(of: golden.script) == golden.recorded {
      Issue.record("\(golden.name) is reproduced: move it from Wanted to Cases")
    }
    print("\(GoldenCase.all.count) golden cases, \(GoldenCase.wanted.count) wanted")
  }

  @Test func `there are cases`() {
    #expect(GoldenCase.all.count > 10)
  }
}

/// What `apus --vanilla --quiet < script` prints, both streams together.
func transcript(of script: URL) throws -> String {
  try replay(script, by: Program.apus).output
}

/// Has a program read a script from standard input, in a folder of its own.
func replay(_ script: URL, by executable: URL) throws -> Finished {
  let folder = Program.scratch("replay")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try Program.run(
    executable, ["--vanilla", "--quiet"], in: folder, input: FileHandle(forReadingFrom: script))
}

/// The first line in which two texts differ, for a short report.
private func firstDifference(_ printed: String, _ recorded: String) -> String {
  let ours = printed.split(separator: "\n", omittingEmptySubsequences: false)
  let theirs = recorded.split(separator: "\n", omittingEmptySubsequences: false)
  for (k, (a, b)) in zip(ours, theirs).enumerated() where a != b {
    return "line \(k + 1): printed «\(a)», recorded «\(b)»"
  }
  return "printed \(ours.count) lines, recorded \(theirs.count)"
}
