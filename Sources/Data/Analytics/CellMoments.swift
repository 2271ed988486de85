import ApusColumns
import ApusModelFrames
import Glibc

/// Counts, means, deviations and extremes of terms, over all rows or by cells of factors.
package struct CellMoments: Aggregation {
  /// What is summarised: the numbers are multiplied, the factors span the cells.
  package struct Request: Codable, Sendable {
    package let variables: [Int]
    package init(_ variables: [Int]) { self.variables = variables }
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
    let cells = rows.cells(request.variables) ?? Array(repeating: 0, count: rows.rowCount)
    let weights = model.weights.flatMap { rows.numbers([$0]) }
    sums.add(rows.numbers(request.variables), weights, cells)
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
        cells: (0..<sums.count.count).map(sums.moments), missingCount: sums.missing,
        missingWeight: sums.missingWeight.value, factors: factors)
    }
  }
}

/// The sums behind the moments of the cells of a request.
private struct CellSums: Codable, Sendable {
  var count: SumArray
  var weight: SumArray
  var sum: SumArray
  var squares: SumArray
  var least: [Double]
  var most: [Double]
  var missing = 0
  var missingWeight = DoubleDouble(0)

  init(count cells: Int) {
    count = SumArray(count: cells)
    weight = count
    sum = count
    squares = count
    least = Array(repeating: .greatestFiniteMagnitude, count: cells)
    most = Array(repeating: -.greatestFiniteMagnitude, count: cells)
  }

  /// Adds rows; without numbers they are only counted.
  mutating func add(_ numbers: [Double]?, _ weights: [Double]?, _ cells: [Int32]) {
    cells.withUnsafeBufferPointer { cells in
      Kernels.count(cells, into: &count)
      weights?.withUnsafeBufferPointer { Kernels.scatter($0, cells, into: &weight) }
    }
    guard let numbers else { return }
    let weighted = weights.map { zip($0, numbers).map { $0 * $1 } } ?? numbers
    let isExact = Kernels.areSmallIntegers(numbers) && Kernels.areSmallIntegers(weighted)
    let squared = zip(weighted, numbers).map { $0 * $1 }
    cells.withUnsafeBufferPointer { cells in
      weighted.withUnsafeBufferPointer { Kernels.scatter($0, cells, into: &sum) }
      squared.withUnsafeBufferPointer { Kernels.scatter($0, cells, into: &squares) }
      guard !isExact else { return }
      let errors = zip(weighted, numbers).map { DoubleDouble.twoProduct($0, $1).error }
      errors.withUnsafeBufferPointer { Kernels.scatter($0, cells, into: &squares) }
    }
    for (row, value) in numbers.enumerated() {
      let cell = Int(cells[row])
      least[cell] = min(least[cell], value)
      most[cell] = max(most[cell], value)
    }
  }

  func moved(to places: [Int], count cells: Int) -> CellSums {
    var result = CellSums(count: cells)
    result.count = count.moved(to: places, count: cells)
    result.weight = weight.moved(to: places, count: cells)
    result.sum = sum.moved(to: places, count: cells)
    result.squares = squares.moved(to: places, count: cells)
    for (index, place) in places.enumerated() {
      result.least[place] = least[index]
      result.most[place] = most[index]
    }
    result.missing = missing
    result.missingWeight = missingWeight
    return result
  }

  mutating func merge(_ other: CellSums) {
    count.add(other.count)
    weight.add(other.weight)
    sum.add(other.sum)
    squares.add(other.squares)
    for cell in least.indices {
      least[cell] = min(least[cell], other.least[cell])
      most[cell] = max(most[cell], other.most[cell])
    }
    missing += other.missing
    missingWeight = missingWeight + other.missingWeight
  }

  /// Weighted by the sum of weights where there are weights.
  func moments(_ cell: Int) -> CellMoments.Moments {
    let rows = count[cell].value
    let isWeighted = weight.high.contains { $0 != 0 }
    let total = isWeighted ? weight[cell] : count[cell]
    let mean = rows == 0 ? .nan : (sum[cell] / total).value
    let around = squares[cell] - sum[cell] * sum[cell] / total
    let variance = rows > 1 ? max(0, around.value) / (total.value - 1) : .nan
    return CellMoments.Moments(
      count: rows, weightSum: total.value, sum: sum[cell].value, mean: mean,
      deviation: variance.squareRoot(), least: rows == 0 ? .nan : least[cell],
      most: rows == 0 ? .nan : most[cell])
  }
}
