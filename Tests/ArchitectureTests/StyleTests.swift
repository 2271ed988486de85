import Foundation
import TestSupport
import Testing

/// The rules of CONTRIBUTING.md about the text of the sources.
@Suite struct StyleTests {
  /// Functions that may be longer, each with its reason.
  static let longFunctions: [String: String] = [
    "Machine+Loop.swift: run": "the instruction loop: an arm for each instruction"
  ]

  @Test func `Swift files are short`() throws {
    for file in try SourceFile.swift where file.name != "Machine+Loop.swift" {
      #expect(file.lines.count <= 500, "\(file.path): \(file.lines.count) lines")
    }
  }

  @Test func `Swift functions are short`() throws {
    for file in try SourceFile.swift {
      for function in file.swiftFunctions where function.length > 60 {
        let name = "\(file.name): \(function.name)"
        #expect(Self.longFunctions[name] != nil, "\(file.path): \(function)")
      }
    }
  }

  @Test func `R files are short`() throws {
    for file in try SourceFile.r where !file.path.contains("stdlib/datasets/") {
      #expect(file.lines.count <= 500, "\(file.path): \(file.lines.count) lines")
    }
  }

  @Test func `R functions are short`() throws {
    for file in try SourceFile.r {
      for function in file.rFunctions where function.length > 80 {
        Issue.record("\(file.path): \(function)")
      }
    }
  }

  @Test func `nothing is left to do`() throws {
    let marks = ["TO" + "DO", "FIX" + "ME", "X" + "XX"]
    for file in try SourceFile.swift + SourceFile.r {
      for mark in marks {
        #expect(!file.words.contains(Substring(mark)), "\(file.path): \(mark)")
      }
    }
  }

  @Test func `no code is commented out`() throws {
    for file in try SourceFile.swift + SourceFile.r {
      for (number, line) in file.lines.enumerated() where file.isCode(commentedOut: line) {
        Issue.record("\(file.path):\(number + 1): \(line)")
      }
    }
  }

  @Test func `the formatter has nothing to say`() throws {
    let run = try Program.command(
      ["swift", "format", "lint", "--strict", "--recursive"]
        + ["Package.swift", "Sources", "Tests", "stdlib/StandardLibrary.swift"])
    #expect(run.output.isEmpty && run.status == 0, "\(run.output.prefix(2000))")
  }
}

/// A source file, cut into lines.
struct SourceFile {
  let path: String
  let lines: [Substring]

  var name: String { String(path.split(separator: "/").last ?? "") }

  static var swift: [SourceFile] {
    get throws { try files("Sources", "swift") + files("Tests", "swift") }
  }
  static var r: [SourceFile] { get throws { try files("stdlib", "R") } }

  private static func files(_ folder: String, _ ending: String) throws -> [SourceFile] {
    let place = Program.root.appending(path: folder)
    let found = FileManager.default.enumerator(at: place, includingPropertiesForKeys: nil)
    let files = (found?.allObjects as? [URL] ?? []).filter { $0.pathExtension == ending }
    try #require(!files.isEmpty, "\(folder) has no \(ending) files")
    return try files.map {
      let text = try String(contentsOf: $0, encoding: .utf8)
      let path = $0.path.dropFirst(Program.root.path.count)
      return SourceFile(
        path: String(path), lines: text.split(separator: "\n", omittingEmptySubsequences: false))
    }
  }

  /// All words of the file.
  var words: Set<Substring> {
    Set(lines.flatMap { $0.split { !$0.isLetter } })
  }
}

// MARK: - Functions

/// A function and how many lines it takes.
struct FunctionExtent: CustomStringConvertible {
  let name: String
  let line: Int
  let length: Int

  var description: String { "\(name) at line \(line) has \(length) lines" }
}

extension SourceFile {
  /// The functions and initialisers: from their first line to the brace at its indentation.
  var swiftFunctions: [FunctionExtent] {
    lines.indices.compactMap { start in
      let line = lines[start]
      let words = line.split(separator: " ")
      guard
        let head = words.firstIndex(where: { $0 == "func" || $0.hasPrefix("init(") }),
        words[..<head].allSatisfy({ $0.first?.isLetter == true || $0.first == "@" })
      else { return nil }
      let margin = line.prefix { $0 == " " }
      let end = lines[start...].firstIndex { $0.hasPrefix(margin + "}") }
      guard let end, isOneBlock(start + 1..<end, margin.count) else { return nil }
      let named = words[head] == "func" && head + 1 < words.count ? words[head + 1] : words[head]
      let name = named.prefix { $0 != "(" && $0 != "<" }
      return FunctionExtent(name: String(name), line: start + 1, length: end - start + 1)
    }
  }

  /// Whether the lines belong to what starts above them: only the end of its head is not further in.
  private func isOneBlock(_ range: Range<Int>, _ margin: Int) -> Bool {
    range.allSatisfy { k in
      let line = lines[k]
      let inner = line.prefix { $0 == " " }.count
      return inner > margin || line.isEmpty || ")>".contains(line.dropFirst(inner).first ?? " ")
        || line.dropFirst(inner).hasPrefix("where ") || line.dropFirst(inner) == "{"
    }
  }

  /// The functions at top level: from `name <- function` to the last line that is further in.
  var rFunctions: [FunctionExtent] {
    lines.indices.compactMap { start in
      let line = lines[start]
      guard let first = line.first, !" #})".contains(first),
        let arrow = line.range(of: " <- function(")
      else { return nil }
      var end = start
      for k in lines.indices[(start + 1)...] {
        guard let next = lines[k].first else { continue }
        guard " })".contains(next) else { break }
        end = k
      }
      return FunctionExtent(
        name: String(line[..<arrow.lowerBound]), line: start + 1, length: end - start + 1)
    }
  }
}

// MARK: - Comments

extension SourceFile {
  /// Whether a line is a comment that reads as code.
  func isCode(commentedOut line: Substring) -> Bool {
    let isSwift = path.hasSuffix(".swift")
    let mark = isSwift ? "// " : "# "
    let text = line.drop { $0 == " " }
    guard text.hasPrefix(mark) else { return false }
    let said = text.dropFirst(mark.count)
    if said.hasSuffix("{") || said.hasSuffix("}") { return true }
    if isSwift {
      return ["let ", "var ", "return ", "func ", "guard ", "try "].contains { word in
        said.hasPrefix(word) && said.contains { "=(){}".contains($0) }
      }
    }
    return said.wholeMatch(of: #/[A-Za-z._][\w.]*(\(.*\)|\[.*\])? (<-|=) [^=].*[)\]}]/#) != nil
  }
}
