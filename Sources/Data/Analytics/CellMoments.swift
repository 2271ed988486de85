import ApusColumns
import ApusModelFrames
import Glibc

/// Counts, means, deviations and extremes of terms, over all rows or by cells of factors.
package struct CellMoments: Aggregation {
  /// What is summarised: the numbers are multiplied, the factors span the cells.
  package struct Request: Codable, Sendable {
    package let variables: [Int]
    /// Whether counts and means are all that is wanted.
    package let isMeanOnly: Bool

    package init(_ variables: [Int], isMeanOnly: Bool = false) {
      self.variables = variables
      self.isMeanOnly = isMeanOnly
    }
  }

  /// The moments of a cell.
  package struct Moments: Sendable {
    package let count: Double
    package let weightSum: Double
    package let sum: Double
    package let mean: Double
    package let deviation: Double
    package let least: Double
    package let most: Double
  }

  /// The moments of a request by cell; one cell when there are no factors.
  package struct Summary: Sendable {
    package let cells: [Moments]
    package let missingCount: Int
    /// The weights of the missing rows.
    package let missingWeight: Double
    /// The categories of each factor of the request, with its variable.
    package let factors: [(variable: Int, categories: Categories)]
  }

  package let model: StreamModel
  private let requests: [Request]
  /// A row counts only when all variables of all requests are there.
  private let isListwise: Bool
  package private(set) var rowCount = 0
  /// Rows left out listwise.
  package private(set) var missingCount = 0
  private var table: CategoryTable?
  private var sums: [CellSums]

  package init(_ model: StreamModel, _ requests: [Request], isListwise: Bool) {
    self.model = model
    self.requests = requests
    self.isListwise = isListwise
    sums = requests.map { _ in CellSums(count: 0) }
  }

  // MARK: - Update

  package mutating func update(with batch: ColumnBatch) throws {
    let columns = try model.evaluate(batch)
    let used = Array(Set(requests.flatMap(\.variables) + (model.weights.map { [$0] } ?? [])))
    var local = CellMoments(model, requests, isListwise: isListwise)
    local.rowCount = batch.rowCount
    let all = ModelRows(columns, needing: isListwise ? used : [], rowCount: batch.rowCount)
    local.missingCount = all.missingCount
    let table = CategoryTable(all)
    try requests.forEach { try table.checkCellCount($0.variables) }
    local.table = table
    local.sums = requests.map { request in
      if let numbers = plainNumbers(request, columns) {
        var sums = CellSums(count: 1)
        sums.add(present: numbers)
        return sums
      }
      var rows = all
      if !isListwise {
        let needed = request.variables + (model.weights.map { [$0] } ?? [])
        rows = ModelRows(columns, needing: needed, rowCount: batch.rowCount)
      }
      var sums = sums(request, rows, count: table.cellCount(request.variables))
      sums.missingWeight = missingWeight(columns, rows, batch.rowCount)
      return sums
    }
    merge(local)
  }

  /// The moments of data of which all that is asked is known without a pass; nil for others.
  package func known(from data: any DataSource) -> CellMoments? {
    guard !isListwise, model.weights == nil, let blocks = data.blocks else { return nil }
    let columns = requests.compactMap { request -> [ColumnStatistics]? in
      guard request.variables.count == 1,
        case .symbol(let name) = model.variables[request.variables[0]].expression,
        let field = data.schema.fields.first(where: { $0.name == name }),
        field.type == .integer || field.type == .double || field.type == .logical
      else { return nil }
      return data.statistics(of: name)
    }
    guard columns.count == requests.count else { return nil }
    let pieces = blocks.flatMap { rows in
      stride(from: 0, to: rows, by: rowsPerPiece).map { min(rowsPerPiece, rows - $0) }
    }
    var result = self
    for (piece, rowCount) in pieces.enumerated() {
      var local = CellMoments(model, requests, isListwise: false)
      local.rowCount = rowCount
      local.table = CategoryTable(numbers: model.variables.count)
      local.sums = columns.map { CellSums($0[piece], rowCount: rowCount) }
      result.merge(local)
    }
    return result
  }

  /// The column of a request that is one variable without weights, whose missing rows are its own.
  private func plainNumbers(_ request: Request, _ columns: [ModelColumn]) -> [Double]? {
    guard !isListwise, model.weights == nil, request.variables.count == 1,
      case .numeric(let values) = columns[request.variables[0]]
    else { return nil }
    return values
  }

  /// The weights of the rows of a batch less those of the rows that count.
  private func missingWeight(
    _ columns: [ModelColumn], _ rows: ModelRows, _ rowCount: Int
  ) -> DoubleDouble {
    guard rows.missingCount > 0, let weights = model.weights, !isListwise else {
      return DoubleDouble(0)
    }
    let weighted = ModelRows(columns, needing: [weights], rowCount: rowCount)
    let total = weighted.numbers([weights])?.withUnsafeBufferPointer(Kernels.sum)
    let counted = rows.numbers([weights])?.withUnsafeBufferPointer(Kernels.sum)
    return (total ?? DoubleDouble(0)) - (counted ?? DoubleDouble(0))
  }

  private func sums(_ request: Request, _ rows: ModelRows, count: Int) -> CellSums {
    var sums = CellSums(count: count)
    sums.missing = rows.missingCount
    sums.add(
      rows.numbers(request.variables), weights: model.weights.flatMap { rows.numbers([$0]) },
      places: rows.cells(request.variables), rowCount: rows.rowCount,
      isMeanOnly: request.isMeanOnly)
    return sums
  }

  package mutating func merge(_ other: CellMoments) {
    rowCount += other.rowCount
    missingCount += other.missingCount
    guard let theirs = other.table else { return }
    guard table != nil else {
      table = theirs
      sums = other.sums
      return
    }
    let places = table?.unite(theirs)
    guard let table else { return }
    for (index, request) in requests.enumerated() {
      var theirSums = other.sums[index]
      if let places {
        let count = table.cellCount(request.variables)
        sums[index] = sums[index].moved(
          to: table.cellPlaces(request.variables, places.own), count: count)
        theirSums = theirSums.moved(
          to: table.cellPlaces(request.variables, places.others), count: count)
      }
      sums[index].merge(theirSums)
    }
  }

  package func finish() -> [Summary] {
    zip(requests, sums).map { request, sums in
      let factors = request.variables.compactMap { variable in
        table?.categories[variable].map { (variable: variable, categories: $0) }
      }
      return Summary(
        cells: sums.moments(), missingCount: sums.missing,
        missingWeight: sums.missingWeight.value, factors: factors)
    }
  }
}
