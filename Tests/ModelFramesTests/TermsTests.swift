import ApusModelFrames
import Glibc
import Testing

/// A line of a recorded file, cut at the bars.
struct RecordedCase: Sendable, CustomTestStringConvertible {
  let fields: [[String]]
  var testDescription: String { fields[0].joined(separator: " ") }

  static func read(_ name: String) -> [RecordedCase] {
    let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
    guard let file = fopen("/\(folder)/Recorded/\(name)", "r") else { return [] }
    defer { fclose(file) }
    var text: [UInt8] = []
    while case let byte = getc(file), byte != EOF { text.append(UInt8(byte)) }
    return String(decoding: text, as: UTF8.self).split(separator: "\n").map { line in
      RecordedCase(
        fields: line.split(separator: "|", omittingEmptySubsequences: false).map {
          $0.split(separator: " ").map(String.init)
        })
    }
  }

  /// The formula, recorded with its operators in front.
  var formula: Formula {
    get throws {
      var words = fields[0][...]
      let mark = words.firstIndex(of: "~") ?? words.startIndex
      var left = words[..<mark]
      words = words[(mark + 1)...]
      let response = left.isEmpty ? nil : try Formula.Tree(Self.expression(&left)) { $0.text }
      return Formula(
        response: response, predictors: try Formula.Tree(Self.expression(&words), label: Self.label)
      )
    }
  }

  private static func label(_ expression: Expression) -> String {
    switch expression {
    case .symbol(let name): name
    case .call(_, let arguments): arguments.first.map { label($0.value) } ?? ""
    default: ""
    }
  }

  private static func expression(_ words: inout ArraySlice<String>) -> Expression {
    let word = words.removeFirst()
    if word == "(" {
      let name = words.removeFirst()
      var arguments: [Expression.Argument] = []
      while words.first != ")" { arguments.append(.init(expression(&words))) }
      words.removeFirst()
      return .call(name, arguments)
    }
    if word.hasPrefix("#") { return .number(Double(word.dropFirst()) ?? 0) }
    let name = String(word.dropFirst().dropLast())
    return name.hasPrefix("offset(") ? .call("offset", [.init(.symbol(name))]) : .symbol(name)
  }
}

@Suite struct TermsTests {
  @Test(arguments: RecordedCase.read("terms.txt"))
  func `works out what terms.formula works out`(_ recorded: RecordedCase) throws {
    let terms = try Terms(recorded.formula, keepsOrder: recorded.fields[1] == ["TRUE"])
    if !recorded.fields[0].first!.hasPrefix("[cbind"), !recorded.fields[0].first!.hasPrefix("[log")
    {
      #expect(terms.variables.map(\.label) == recorded.fields[2])
    }
    #expect(terms.labels == recorded.fields[3])
    #expect(terms.degrees.map(String.init) == recorded.fields[4])
    #expect(
      [terms.hasIntercept, terms.hasResponse].map { $0 ? "1" : "0" } == recorded.fields[5])
    #expect(terms.offsets.map { String($0 + 1) } == recorded.fields[6])
    #expect(terms.factors.flatMap { $0 }.map(String.init) == recorded.fields[7])
  }

  @Test func `expands the dot to the other columns`() throws {
    let formula = Formula(
      response: try .init(.call("log", [.init(.symbol("y"))])),
      predictors: .power(.dot, 2))
    let terms = try Terms(formula, dataNames: ["y", "a", "b"])
    #expect(terms.labels == ["a", "b", "a:b"])
  }
}

@Suite struct DesignMatrixTests {
  private static let factors: [String: (codes: [Int32], levels: [String])] = [
    "f": ((0..<12).map { Int32($0 % 3 + 1) }, ["a", "b", "c"]),
    "g": ((0..<12).map { Int32($0 / 6 + 1) }, ["u", "v"]),
    "o": ((0..<12).map { Int32($0 / 3 + 1) }, ["lo", "mid", "hi", "top"]),
  ]

  private static func variable(_ name: String, _ contrast: String) -> ModelVariable {
    if let (codes, levels) = factors[name] {
      let contrasts: Contrasts =
        switch (name, contrast) {
        case ("o", _): .polynomial(levels)
        case (_, "contr.sum"): .sum(levels)
        case (_, "contr.helmert"): .helmert(levels)
        default: .treatment(levels)
        }
      return .factor(codes: codes, levels: levels, contrasts: contrasts)
    }
    switch name {
    case "z": return .numeric([3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8])
    case "x": return .numeric((1...12).map { Double($0) / 2 })
    default: return .numeric((1...12).map(Double.init))
    }
  }

  @Test(arguments: RecordedCase.read("model-matrix.txt"))
  func `builds what model.matrix builds`(_ recorded: RecordedCase) throws {
    let terms = try Terms(recorded.formula)
    let labels = terms.variables.map(\.label)
    let layout = try DesignLayout(
      factors: terms.factors, labels: labels, hasIntercept: terms.hasIntercept,
      variables: labels.map { Self.variable($0, recorded.fields[1][0]) }, rowCount: 12)
    #expect(layout.names == recorded.fields[2])
    #expect(layout.assign.map(String.init) == recorded.fields[3])
    let expected = recorded.fields[4].compactMap { Double($0) }
    let matrix = layout.matrix()
    #expect(matrix.count == expected.count)
    #expect(zip(matrix, expected).allSatisfy { abs($0 - $1) < 1e-13 })
  }
}
