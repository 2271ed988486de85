import Foundation
import Testing

@testable import ApusSyntax

private let cases = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")

/// The cases of a file, which lines `#====` separate.
private func texts(_ file: String) throws -> [String] {
  let text = try String(contentsOf: cases.appending(path: file), encoding: .utf8)
  return String(text.dropLast()).components(separatedBy: "\n#====\n")
}

@Suite struct `Parsing agrees with GNU R` {
  @Test func `on trees`() throws {
    let sources = try texts("complete.R")
    let trees = try texts("complete.tree")
    #expect(sources.count == trees.count)
    for (source, expected) in zip(sources, trees) {
      let result = Parser.parse(source + "\n")
      let shown = result.expressions.map { show(result.tree, $0) }.joined(separator: "\n")
      #expect(result.error == nil, "\(source)")
      #expect(shown == expected, "\(source)")
    }
  }

  @Test func `on error messages`() throws {
    for (source, expected) in zip(try texts("error.R"), try texts("error.message")) {
      let error = Parser.parse(source + "\n").error
      #expect(error?.message(in: "<text>") == expected, "\(source)")
    }
  }

  @Test func `on what is incomplete`() throws {
    for source in try texts("incomplete.R") {
      #expect(Completeness(of: Array(source.utf8)) == .incomplete, "\(source)")
    }
    for source in try texts("complete.R") {
      #expect(Completeness(of: Array(source.utf8)) == .complete, "\(source)")
    }
  }

  @Test(arguments: [
    ("x <- 1\nx\ny z\nprint(3)\n", "unexpected symbol in \"y z\""),
    ("x <- c(1,\n 2,\n 3 4)\n", "unexpected numeric constant in:\n\" 2,\n 3 4\""),
    ("cat(1); x y\n", "unexpected symbol in \" x y\""),
    ("f(x\n", "unexpected end of input"),
    ("x <- \"abc\ndef\n", "unexpected end of input"),
    ("\tx y\n", "unexpected symbol in \"        x y\""),
    ("if (TRUE) 1\nelse 2\n", "unexpected 'else' in \"else\""),
    ("cat(1)\n\n# comment\n  foo bar\n", "unexpected symbol in \"  foo bar\""),
    ("if (a) {\n\n x y\n}", "unexpected symbol in:\n\"\n x y\""),
    ("(x \n\\q)", "unexpected '\\\\' in:\n\"(x \n\\\""),
    ("x +\n\"a\nb\nc\" 3", "unexpected numeric constant in:\n\"b\nc\" 3\""),
    ("{\nx::\ny}", "unexpected end of line in:\n\"{\nx::\""),
  ])
  func `on messages at the console`(source: String, message: String) {
    #expect(Parser.parse(source).error?.consoleMessage == message)
  }

  @Test(arguments: [
    ("1.5L", "integer literal 1.5L contains decimal; using numeric value"),
    ("1.0L", "integer literal 1.0L contains unnecessary decimal point"),
    ("1e-3L", "non-integer value 1e-3L qualified with L; using numeric value"),
    ("0x80000000L", "non-integer value 0x80000000L qualified with L; using numeric value"),
    ("'\\ud800'", "unpaired surrogate Unicode point d800"),
  ])
  func `on warnings`(source: String, message: String) {
    #expect(
      Parser.parse("x\n" + source).warnings == [ParseWarning(message: message, expression: 1)])
  }
}

@Suite struct `Messages about long lines` {
  @Test func `show the start of what R remembers`() {
    let line = String(repeating: "a", count: 300)
    let shown = String(repeating: "a", count: 192)
    #expect(
      Parser.parse("\(line) b\n").error?.consoleMessage == "unexpected symbol in \"\(shown)\"")
  }
}

@Suite struct `Parsing never fails` {
  @Test func `on deep nesting`() {
    func nested(_ open: String, _ close: String, _ depth: Int) -> String {
      String(repeating: open, count: depth) + "x" + String(repeating: close, count: depth)
    }
    #expect(Parser.parse(nested("(", ")", 50)).error == nil)
    #expect(
      Parser.parse(nested("(", ")", 51)).error?.message == "contextstack overflow at line 1")
    #expect(
      Parser.parse(nested("(\n", "", 100_000)).error?.message
        == "contextstack overflow at line 51")
    for open in ["-", "a <- ", "a = ", "function(x) ", "if (a) b else ", "repeat ", "?"] {
      #expect(Parser.parse(nested(open, "", 1000)).error == nil)
      #expect(
        Parser.parse(nested(open, "", 100_000)).error?.message == "out of memory while parsing")
    }
    #expect(Parser.parse(nested("a + ", "", 100_000)).error == nil)
  }

  @Test func `on any bytes`() {
    var generator = SystemRandomNumberGenerator()
    let alphabet =
      Array("ab1.,;:(){}[]<>-+*=|&!~?@$%^_\\/'\"`#\n \tLixeuU0é".utf8) + [0, 0xFF, 0xE3]
    let words = [
      "if", "else", "function", "(x)", "for", "in", "while", "r\"(", "|>", "[[", "'\\u{",
    ]
    for _ in 0..<20_000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0..<30, using: &generator) {
        if Bool.random(using: &generator) {
          bytes.append(alphabet.randomElement(using: &generator) ?? 0)
        } else {
          bytes += Array((words.randomElement(using: &generator) ?? "").utf8)
        }
      }
      let result = Parser.parse(bytes)
      _ = result.error?.message(in: "<text>")
      _ = result.error?.consoleMessage
    }
  }
}

@Suite struct `Ranges` {
  @Test func `cover expressions, functions and blocks`() throws {
    let source = "x <- 1 # one\nf <- function(a) {\n  a |> g()\n  b\n}; (y)"
    let result = Parser.parse(source)
    let tree = result.tree
    func text(_ id: Tree.NodeID) -> String {
      String(decoding: tree.source[tree[id].range.indices], as: UTF8.self)
    }
    #expect(
      result.expressions.map(text)
        == ["x <- 1", "f <- function(a) {\n  a |> g()\n  b\n}", "(y)"])
    #expect(result.expressionEnds == [13, 49, 53])
    let function = try #require(
      tree.nodes.first { $0.kind == .function })
    let body = try #require(tree.arguments(of: function).last?.node)
    #expect(
      tree.arguments(of: tree[body]).compactMap { $0.node.map(text) } == ["{", "a |> g()", "b"])
    let position = SourceText(tree.source).position(at: Int(function.range.start))
    #expect(position == SourcePosition(line: 2, column: 6, byteColumn: 6))
  }
}
