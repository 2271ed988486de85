import ApusColumns
import ApusModelFrames

/// Counts and means by the cells of factors, of which only those that are met are kept.
package struct SparseCells: Aggregation {
  package let model: StreamModel
  /// The responses, or nothing for counts.
  private let responses: [[Int]]
  /// The factors.
  private let factors: [Int]
  package private(set) var rowCount = 0
  package private(set) var missingCount = 0
  private var table: CategoryTable?
  /// The cells in the order in which they were met, and their numbers.
  private var cells: [[Int32]] = []
  private var numbers: [[Int32]: Int] = [:]
  private var sums: [CellSums]

  /// What is known of the cells that were met, in the order of a cube.
  package struct Summary: Sendable {
    /// By responses.
    package let summaries: [CellMoments.Summary]
    /// By factors: the categories of the cells, from 0.
    package let codes: [[Int32]]
  }

  package init(_ model: StreamModel, responses: [[Int]], factors: [Int]) {
    self.model = model
    self.responses = responses
    self.factors = factors
    sums = responses.map { _ in CellSums(count: 0) }
  }

  package mutating func update(with batch: ColumnBatch) throws {
    let columns = try model.evaluate(batch)
    let used = Set(responses.flatMap { $0 } + factors + (model.weights.map { [$0] } ?? []))
    let rows = ModelRows(columns, needing: Array(used), rowCount: batch.rowCount)
    var local = SparseCells(model, responses: responses, factors: factors)
    local.rowCount = batch.rowCount
    local.missingCount = rows.missingCount
    local.table = CategoryTable(rows)
    guard let places = try local.placeCells(of: rows) else {
      throw ModelError(.invalidType, "All independent variables of a cube must be categorical.")
    }
    local.sums = responses.map { response in
      var sums = CellSums(count: local.cells.count)
      sums.add(
        rows.numbers(response), weights: model.weights.flatMap { rows.numbers([$0]) },
        places: places, rowCount: rows.rowCount, isMeanOnly: true)
      return sums
    }
    merge(local)
  }

  /// The number of the cell of each row; nil when a variable is not categorical.
  private mutating func placeCells(of rows: ModelRows) throws -> [Int32]? {
    var keys = [UInt64](repeating: 0, count: rows.rowCount)
    var size: UInt64 = 1
    for factor in factors {
      guard case .categorical(let codes, let categories) = rows.columns[factor] else { return nil }
      for (row, code) in codes.enumerated() { keys[row] += size * UInt64(max(0, code)) }
      let (product, isTooMuch) = size.multipliedReportingOverflow(
        by: UInt64(max(1, categories.count)))
      if isTooMuch {
        throw ModelError(.invalidType, "there are too many combinations of categories")
      }
      size = product
    }
    var known: [UInt64: Int32] = [:]
    return keys.map { key in
      if let number = known[key] { return number }
      let number = Int32(cells.count)
      known[key] = number
      add(cell(key, rows))
      return number
    }
  }

  private func cell(_ key: UInt64, _ rows: ModelRows) -> [Int32] {
    var rest = key
    return factors.map { factor in
      let count = UInt64(max(1, rows.categories(factor)?.count ?? 1))
      defer { rest /= count }
      return Int32(rest % count)
    }
  }

  private mutating func add(_ cell: [Int32]) {
    numbers[cell] = cells.count
    cells.append(cell)
  }

  package mutating func merge(_ other: SparseCells) {
    rowCount += other.rowCount
    missingCount += other.missingCount
    guard let theirs = other.table else { return }
    guard table != nil else {
      (table, cells, numbers, sums) = (theirs, other.cells, other.numbers, other.sums)
      return
    }
    let places = table?.unite(theirs)
    if let places { move(places.own) }
    let others = other.cells.map { cell in
      places.map { Self.moved(cell, factors, $0.others) } ?? cell
    }
    let targets = others.map { cell -> Int in
      if let number = numbers[cell] { return number }
      add(cell)
      return cells.count - 1
    }
    for index in sums.indices {
      sums[index].merge(other.sums[index], at: targets, count: cells.count)
    }
  }

  /// Gives the own cells the new places of their categories.
  private mutating func move(_ places: [[Int]]) {
    guard factors.contains(where: { places[$0].first ?? 0 != 0 }) else { return }
    cells = cells.map { Self.moved($0, factors, places) }
    numbers = Dictionary(cells.enumerated().map { ($1, $0) }) { first, _ in first }
  }

  private static func moved(_ cell: [Int32], _ factors: [Int], _ places: [[Int]]) -> [Int32] {
    zip(cell, factors).map { code, factor in Int32(places[factor][Int(code)]) }
  }

  package func finish() -> Summary {
    let order = cells.indices.sorted { left, right in
      cells[left].reversed().lexicographicallyPrecedes(cells[right].reversed())
    }
    let categories = factors.compactMap { factor in
      table?.categories[factor].map { (variable: factor, categories: $0) }
    }
    let summaries = sums.map { sums in
      let moments = sums.moments()
      return CellMoments.Summary(
        cells: order.map { moments[$0] }, missingCount: 0, missingWeight: 0, factors: categories)
    }
    let codes = factors.indices.map { place in order.map { cells[$0][place] } }
    return Summary(summaries: summaries, codes: codes)
  }
}
