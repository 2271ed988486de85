import ApusAnalytics
import ApusColumns
import ApusExecutors
import ApusModelFrames
import Testing

private let rowCount = 20_000

/// Rows that a few arithmetic steps make up.
private func text(badRow: Int? = nil) -> [UInt8] {
  var text = "y,x,k,s\n"
  var seed: UInt32 = 1
  for row in 1...rowCount {
    seed = seed &* 1_664_525 &+ 1_013_904_223
    let x = row == badRow ? "oops" : "\(Double(seed >> 8) / 1000)"
    text += "\(row % 17).25,\(x),\(seed % 12),\(["a", "b", "c"][Int(seed >> 20) % 3])\n"
  }
  return Array(text.utf8)
}

private func source(_ bytes: [UInt8], rowsPerRead: Int) throws -> CSVBatches {
  let file = try CSVFile(.bytes(bytes), options: CSVOptions())
  let plans = try file.sniff(file.plans(.infer), rows: 100)
  return CSVBatches(file, plans: plans, rowsPerRead: rowsPerRead)
}

private func model() throws -> StreamModel {
  let sum = Expression.call(
    "+",
    [
      .init(.call("+", [.init(.symbol("x")), .init(.call("F", [.init(.symbol("k"))]))])),
      .init(.symbol("s")),
    ])
  let formula = Formula(response: try .init(.symbol("y")), predictors: try .init(sum))
  return try StreamModel(formula, dataNames: ["y", "x", "k", "s"])
}

private func estimates(
  threads: Int, rowsPerRead: Int = 5000
) throws -> [Double] {
  let state = try LocalExecutor(threads: threads).run(
    CrossProducts(model()),
    over: source(text(), rowsPerRead: rowsPerRead))
  return try LinearModel(state).estimates[0]
}

@Suite struct LocalExecutorTests {
  @Test func `gives the same bits for any number of threads`() throws {
    let one = try estimates(threads: 1).map(\.bitPattern)
    for threads in [2, 8] {
      for _ in 0..<3 { #expect(try estimates(threads: threads).map(\.bitPattern) == one) }
    }
  }

  @Test(arguments: [100, 999, 1_000_000])
  func `gives the same numbers for any size of piece`(rowsPerRead: Int) throws {
    let one = try estimates(threads: 2)
    let other = try estimates(threads: 2, rowsPerRead: rowsPerRead)
    #expect(zip(one, other).allSatisfy { abs($0 - $1) <= 1e-13 * abs($0) })
  }

  @Test func `reports blocks in order`() throws {
    var seen: [PassProgress] = []
    let ranges = try LocalExecutor(threads: 3).run(
      ColumnRanges(), over: source(text(), rowsPerRead: 8000),
      report: { seen.append($0) })
    #expect(ranges.rowCount == rowCount)
    #expect(seen.map(\.rowsRead) == [8000, 8000, 4000])
    #expect(seen.map(\.totalRows) == [8000, 16000, 20000])
    #expect(ranges.ranges[2].least == 0 && ranges.ranges[2].most == 11)
  }

  @Test(arguments: [1, 4])
  func `stops at the first error and names the place`(threads: Int) throws {
    let error = #expect(throws: ColumnError.self) {
      _ = try LocalExecutor(threads: threads).run(
        ColumnRanges(), over: source(text(badRow: 12_345), rowsPerRead: 5000))
    }
    #expect(error?.row == 12_345 && error?.column == "x")
    #expect(error?.code == .unexpectedText)
  }

  @Test func `can be abandoned`() throws {
    let error = #expect(throws: ColumnError.self) {
      _ = try LocalExecutor(threads: 2).run(
        CrossProducts(model()), over: source(text(), rowsPerRead: 10),
        isWanted: { false })
    }
    #expect(error?.code == .cancelled)
  }
}
