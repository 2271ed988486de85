import ApusAnalytics
import ApusColumns
import ApusModelFrames
import Glibc
import Testing

/// Files beside the tests.
enum Recorded {
  static func path(_ name: String) -> String {
    "/" + #filePath.split(separator: "/").dropLast().joined(separator: "/") + "/Recorded/" + name
  }

  static func lines(_ name: String) -> [[String]] {
    guard let file = fopen(path(name), "r") else { return [] }
    defer { fclose(file) }
    var text: [UInt8] = []
    while case let byte = getc(file), byte != EOF { text.append(UInt8(byte)) }
    return String(decoding: text, as: UTF8.self).split(separator: "\n").map { line in
      line.split(separator: "|").map { $0.split(separator: " ").joined(separator: " ") }
    }
  }

  static func numbers(_ field: String) -> [Double] {
    field.split(separator: " ").compactMap { Double($0) }
  }

  static func batch() throws -> ColumnBatch {
    let file = try CSVFile(.file(path("data.csv")), options: CSVOptions())
    let table = try file.readAll(plans: file.plans(.infer))
    return ColumnBatch(
      names: file.columnNames, columns: file.columnNames.indices.compactMap(table.column))
  }
}

func symbol(_ name: String) -> Expression { .symbol(name) }
func call(_ name: String, _ arguments: Expression...) -> Expression {
  .call(name, arguments.map { .init($0) })
}

func model(_ response: String?, _ predictors: Expression, weights: String? = nil) throws
  -> StreamModel
{
  let formula = Formula(
    response: try response.map { try .init(.symbol($0)) }, predictors: try .init(predictors))
  return try StreamModel(formula, dataNames: ["y", "u", "v", "f", "m", "w"], weights: weights)
}

/// Takes the batch in by pieces of so many rows.
func taken<State: Aggregation>(_ empty: State, _ batch: ColumnBatch, by size: Int) throws -> State {
  var state = empty
  for start in stride(from: 0, to: batch.rowCount, by: size) {
    var piece = empty
    try piece.update(with: batch.rows(start..<min(batch.rowCount, start + size)))
    state.merge(piece)
  }
  return state
}

func isClose(_ a: [Double], _ b: [Double], _ tolerance: Double) -> Bool {
  a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) <= tolerance * max(1, abs($1)) }
}

@Suite struct LinearModelTests {
  static let predictors: [String: Expression] = [
    "main": call("+", symbol("u"), symbol("f")),
    "log": call("+", call("+", call("log", symbol("u")), symbol("v")), symbol("f")),
    "integers": call("+", call("+", symbol("u"), call("F", symbol("m"))), symbol("f")),
    "weights": call("+", symbol("u"), symbol("f")),
    "slopes": call("+", symbol("f"), call(":", symbol("u"), symbol("f"))),
  ]

  @Test(arguments: Recorded.lines("fits.txt"), [1000, 97])
  func `fits what lm fits`(_ recorded: [String], _ size: Int) throws {
    let predictors = try #require(Self.predictors[recorded[0]])
    let weights = recorded[0] == "weights" ? "w" : nil
    let state = try taken(
      CrossProducts(model("y", predictors, weights: weights)), Recorded.batch(), by: size)
    let fit = try LinearModel(state)
    let kept = fit.columns.indices.filter { !fit.isDropped[$0] }
    #expect(isClose(kept.map { fit.estimates[0][$0] }, Recorded.numbers(recorded[2]), 1e-9))
    let freedom = Double(fit.validCount - fit.rank)
    let sigma = (fit.residualSquares[0] / freedom).squareRoot()
    #expect(
      isClose(
        kept.map { sigma * fit.inverse[$0][$0].squareRoot() }, Recorded.numbers(recorded[3]), 1e-9))
    let statistics = Recorded.numbers(recorded[4])
    #expect(abs(sigma - statistics[0]) < 1e-10)
    #expect(abs(1 - fit.residualSquares[0] / fit.totalSquares[0] - statistics[1]) < 1e-10)
  }

  @Test func `does not depend on the cut into batches`() throws {
    let batch = try Recorded.batch()
    let empty = CrossProducts(try model("y", try #require(Self.predictors["integers"])))
    let whole = try LinearModel(taken(empty, batch, by: 1000))
    for size in [1, 7, 64] {
      let fit = try LinearModel(taken(empty, batch, by: size))
      #expect(fit.columns.map(\.name).sorted() == whole.columns.map(\.name).sorted())
      #expect(isClose(fit.residualSquares, whole.residualSquares, 1e-14))
    }
  }

  @Test func `drops the redundant and names it`() throws {
    let predictors = call(
      "+", call("+", symbol("u"), call("I", call("*", .number(2), symbol("u")))), symbol("f"))
    let fit = try LinearModel(
      taken(CrossProducts(model("y", predictors)), Recorded.batch(), by: 100))
    let dropped = fit.columns.indices.filter { fit.isDropped[$0] }.map { fit.columns[$0].name }
    #expect(dropped == ["I(2 * u)", "f=grey"])
  }

  @Test func `fits Longley's data to twelve digits`() throws {
    let rows: [[Double]] = [
      [60323, 83.0, 234289, 2356, 1590, 107608, 1947],
      [61122, 88.5, 259426, 2325, 1456, 108632, 1948],
      [60171, 88.2, 258054, 3682, 1616, 109773, 1949],
      [61187, 89.5, 284599, 3351, 1650, 110929, 1950],
      [63221, 96.2, 328975, 2099, 3099, 112075, 1951],
      [63639, 98.1, 346999, 1932, 3594, 113270, 1952],
      [64989, 99.0, 365385, 1870, 3547, 115094, 1953],
      [63761, 100.0, 363112, 3578, 3350, 116219, 1954],
      [66019, 101.2, 397469, 2904, 3048, 117388, 1955],
      [67857, 104.6, 419180, 2822, 2857, 118734, 1956],
      [68169, 108.4, 442769, 2936, 2798, 120445, 1957],
      [66513, 110.8, 444546, 4681, 2637, 121950, 1958],
      [68655, 112.6, 482704, 3813, 2552, 123366, 1959],
      [69564, 114.2, 502601, 3931, 2514, 125368, 1960],
      [69331, 115.7, 518173, 4806, 2572, 127852, 1961],
      [70551, 116.9, 554894, 4007, 2827, 130081, 1962],
    ]
    let names = ["y", "a", "b", "c", "d", "e", "g"]
    let batch = ColumnBatch(
      names: names, columns: names.indices.map { column in .double(rows.map { $0[column] }) })
    let sum = names.dropFirst(2).reduce(symbol("a")) { call("+", $0, symbol($1)) }
    let formula = Formula(response: try .init(symbol("y")), predictors: try .init(sum))
    let empty = CrossProducts(try StreamModel(formula, dataNames: names))
    let fit = try LinearModel(taken(empty, batch, by: 5))
    let certified = [
      -3482258.63459582, 15.0618722713733, -0.358191792925910e-01, -2.02022980381683,
      -1.03322686717359, -0.511041056535807e-01, 1829.15146461355,
    ]
    #expect(zip(fit.estimates[0], certified).allSatisfy { abs($0 / $1 - 1) < 1e-12 })
    #expect(abs(fit.residualSquares[0] / 836424.055505915 - 1) < 1e-11)
  }

  @Test func `says what is wrong`() throws {
    let unknown = #expect(throws: ModelError.self) { _ = try model("nope", symbol("u")) }
    #expect(unknown?.code == .unknownVariable)
    let text = #expect(throws: ModelError.self) {
      var state = CrossProducts(try model("f", symbol("u")))
      try state.update(with: Recorded.batch())
    }
    #expect(text?.code == .invalidType)
    let empty = #expect(throws: ModelError.self) {
      _ = try LinearModel(CrossProducts(model("y", symbol("u"))))
    }
    #expect(empty?.code == .noData)
  }
}

@Suite struct CellMomentsTests {
  @Test(arguments: [1000, 31])
  func `finds the moments R finds`(size: Int) throws {
    let model = try model(
      nil, call("+", call("+", symbol("y"), symbol("u")), call("+", symbol("v"), symbol("f"))))
    let requests = [[0], [1], [2], [0, 3]].map { CellMoments.Request($0) }
    let empty = CellMoments(model, requests, isListwise: false)
    let summaries = try taken(empty, Recorded.batch(), by: size).finish()
    let cells = summaries.flatMap(\.cells)
    for (cell, recorded) in zip(cells, Recorded.lines("moments.txt").prefix(3)) {
      let expected = Recorded.numbers(recorded[1])
      #expect(
        isClose([cell.count, cell.mean, cell.deviation, cell.least, cell.most], expected, 1e-13))
    }
    let labels = try #require(summaries[3].factors.first?.categories.labels)
    let byLevel = Dictionary(
      uniqueKeysWithValues: Recorded.lines("moments.txt").dropFirst(3).map { ($0[0], $0[1]) })
    for (label, cell) in zip(labels, summaries[3].cells) {
      let expected = Recorded.numbers(byLevel[label] ?? "")
      #expect(
        isClose([cell.count, cell.mean, cell.deviation, cell.least, cell.most], expected, 1e-13))
    }
    #expect(summaries[0].missingCount == 2 && summaries[3].missingCount == 4)
  }

  @Test func `counts cells of integers made factors`() throws {
    let model = try model("y", call(":", call("F", symbol("m")), symbol("f")))
    let empty = CellMoments(model, [.init([0, 1, 2])], isListwise: true)
    let one = try taken(empty, Recorded.batch(), by: 1000).finish()[0]
    let many = try taken(empty, Recorded.batch(), by: 3).finish()[0]
    #expect(one.cells.count == 24 && many.cells.count == 24)
    #expect(one.factors[0].categories == .integers(low: 1, high: 6))
    #expect(one.cells.map(\.mean) == many.cells.map(\.mean))
    #expect(one.cells.map(\.count).reduce(0, +) == 596)
  }
}
